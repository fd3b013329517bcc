import { INPUT_OBJECTS } from './input-object-table.ts'
import { METHOD_PARAMETERS } from './method-table.ts'

export interface Parameter {
  name: string
  required: boolean
  types: string[]
}

export interface MethodShape {
  /** As documented: `sendMessage`; callers may write it in any case. */
  name: string
  parameters: Parameter[]
}

function parseLine(line: string): Parameter[] {
  if (line === '') return []
  return line.split(' ').map((entry) => {
    const [left = '', right = ''] = entry.split(':')
    const required = left.endsWith('!')
    return { name: required ? left.slice(0, -1) : left, required, types: right.split('|') }
  })
}

const methods = new Map<string, MethodShape>()
for (const [name, line] of Object.entries(METHOD_PARAMETERS)) {
  methods.set(name.toLowerCase(), { name, parameters: parseLine(line) })
}

const objects = new Map<string, Parameter[]>()
const unions = new Map<string, string[]>()
for (const [name, line] of Object.entries(INPUT_OBJECTS)) {
  if (line.startsWith('= ')) unions.set(name, line.slice(2).split(' '))
  else objects.set(name, parseLine(line))
}

/** The documented method of this name, whatever its case; undefined when there is none. */
export function findMethod(name: string): MethodShape | undefined {
  return methods.get(name.toLowerCase())
}

/** The fields of an input object; undefined for unions and for what the file does not describe. */
export function findObjectFields(name: string): Parameter[] | undefined {
  return objects.get(name)
}

const snakeCase = (name: string) => name.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toLowerCase()

/** The alternative of a union that `tag` (the value of its `type`) names; undefined when none or not a union. */
export function findAlternative(union: string, tag: string): string | undefined {
  return unions.get(union)?.find((name) => snakeCase(name.slice(union.length)) === tag)
}

export function isUnion(name: string): boolean {
  return unions.has(name)
}
