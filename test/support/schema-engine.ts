import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

type AdapterFactory = Parameters<typeof bindMigrationAwareSqlAdapterFactory>[0]

/** Node has it; the types of Node 20 name it only as a namespace. */
const runtime = globalThis as unknown as {
  readonly WebAssembly: {
    instantiate(
      bytes: Uint8Array,
      imports: object,
    ): Promise<{ readonly instance: { readonly exports: Record<string, unknown> } }>
  }
}

let loaded: Promise<void> | null = null

/**
 * Prisma's own migration engine, without its binary: what `prisma migrate` thinks of a database. An internal package of
 * Prisma's, used in development and tests alone.
 */
export async function openSchemaEngine(schema: string, adapter: AdapterFactory): Promise<SchemaEngine> {
  loaded ??= load()
  await loaded
  return bindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(castCharacters(adapter)),
  )
}

async function load(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = readFileSync(file.replace(/\.js$/, '.wasm'))
  const { instance } = await runtime.WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}

/** Of the catalogue's columns of type "char" Prisma's adapter for PostgreSQL refuses to read those the engine asks for. */
function castCharacters(factory: AdapterFactory): AdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const connection = await factory.connect()
      const queryRaw = connection.queryRaw.bind(connection)
      return Object.assign(connection, {
        queryRaw: (query: Parameters<typeof queryRaw>[0]) =>
          queryRaw({
            ...query,
            sql: query.sql
              .replace('constr.contype AS', 'constr.contype::text AS')
              .replace(/\bcon\.(conf(?:del|upd)type)/g, 'con.$1::text AS $1'),
          }),
      })
    },
  }
}
