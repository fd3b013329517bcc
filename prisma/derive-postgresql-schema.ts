/**
 * Prisma binds a client to one provider, so PostgreSQL has a schema of its own: the same models under another datasource.
 * @param sqliteSchema the text of `prisma/schema.prisma`
 * @throws Error when the schema no longer has the lines that are replaced
 */
export function derivePostgresqlSchema(sqliteSchema: string): string {
  const models = sqliteSchema.slice(sqliteSchema.indexOf('generator client'))
  const derived = [
    { from: 'provider = "sqlite"', to: 'provider = "postgresql"' },
    { from: '"../src/persistence/generated/sqlite"', to: '"../../src/persistence/generated/postgresql"' },
  ].reduce((schema, { from, to }) => {
    if (schema.split(from).length !== 2)
      throw new Error(`prisma/schema.prisma must hold ${from} exactly once`)
    return schema.replace(from, to)
  }, models)
  return `// Made from ../schema.prisma by \`npm run db:generate\`: change that file.\n${derived}`
}
