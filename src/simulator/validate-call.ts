import { BotApiError, badRequest } from './bot-api/bot-api-error.ts'
import {
  findAlternative,
  findMethod,
  findObjectFields,
  isUnion,
  type Parameter,
} from './bot-api/parse-tables.ts'
import type { RawCall } from './http/read-call.ts'
import { wordsForMissing } from './missing-parameter.ts'

type Fields = Record<string, unknown>

/** Passed to `convert` for a value that none of a parameter's types fits. */
const UNFIT = Symbol('unfit')

/**
 * Checks a call against the documented methods and converts what forms carry as text.
 * Parameters the documentation does not know pass as they are, as on the real server.
 * @returns the method's documented name and its parameters with their proper types.
 * @throws BotApiError 404 for an unknown method, 400 for a missing parameter or a wrong type.
 */
export function validateCall(methodName: string, call: RawCall): { method: string; params: Fields } {
  const shape = findMethod(methodName)
  if (!shape) throw new BotApiError(404, 'Not Found')
  const params: Fields = { ...call.params }
  for (const parameter of shape.parameters) {
    const given = params[parameter.name]
    const uploaded = call.files.has(parameter.name)
    if (isAbsent(given)) {
      delete params[parameter.name]
      if (parameter.required && !uploaded) throw wordsForMissing(shape.name, parameter.name)
      continue
    }
    params[parameter.name] = convert(given, parameter, true)
  }
  return { method: shape.name, params }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function convert(value: unknown, parameter: Parameter, topLevel: boolean): unknown {
  const { name, types } = parameter
  for (const type of types) {
    const converted = convertTo(value, type, name, topLevel)
    if (converted !== UNFIT) return converted
  }
  const [first = 'String'] = types
  if (first.startsWith('[]')) throw badRequest(`expected an Array in "${name}"`)
  if (findObjectFields(first) || isUnion(first)) {
    throw badRequest(
      topLevel ? `object expected as ${name.replaceAll('_', ' ')}` : `"${name}" must be an Object`,
    )
  }
  const expected = first === 'Int' || first === 'Float' ? 'Number' : first === 'Bool' ? 'Boolean' : 'String'
  throw badRequest(`field "${name}" must be of type ${expected}`)
}

function convertTo(value: unknown, type: string, name: string, topLevel: boolean): unknown {
  if (type === 'Int' || type === 'Float') return toNumber(value, type)
  if (type === 'Bool') return toBoolean(value)
  if (type === 'String' || type === 'InputFile') return typeof value === 'string' ? value : UNFIT
  const parsed = topLevel && typeof value === 'string' ? parseJson(value, name) : value
  if (type.startsWith('[]')) {
    if (!Array.isArray(parsed)) return UNFIT
    return parsed.map((item: unknown) => convertItem(item, type.slice(2), name))
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return UNFIT
  return convertObject(parsed as Fields, type)
}

/** An array of several kinds (`media`) lists one type a kind; the item's own `type` decides. */
function convertItem(item: unknown, type: string, name: string): unknown {
  if (type.startsWith('InputMedia'))
    return convert(item, { name, required: true, types: ['InputMedia'] }, false)
  return convert(item, { name, required: true, types: [type] }, false)
}

function convertObject(value: Fields, type: string): Fields {
  const fields = fieldsOf(value, type)
  if (!fields) return value
  const result: Fields = { ...value }
  for (const field of fields) {
    if (value[field.name] === undefined || value[field.name] === null) {
      delete result[field.name]
      if (field.required) throw badRequest(`can't parse ${type}: can't find field "${field.name}"`)
      continue
    }
    result[field.name] = convert(value[field.name], field, false)
  }
  return result
}

function fieldsOf(value: Fields, type: string): Parameter[] | undefined {
  if (!isUnion(type)) {
    // The three reply markups are told apart by their first field, not by a tag.
    const markup = type === 'InlineKeyboardMarkup' && !('inline_keyboard' in value)
    return markup ? undefined : findObjectFields(type)
  }
  const tag = value.type ?? value.scope ?? value.source
  if (typeof tag !== 'string') {
    const tagless = type === 'InputMessageContent' || type === 'InlineQueryResult'
    if (tagless) return undefined
    throw badRequest(`can't parse ${type}: can't find field "type"`)
  }
  const alternative = findAlternative(type, tag)
  if (!alternative) throw badRequest(`can't parse ${type}: type "${tag}" is unsupported`)
  return findObjectFields(alternative)
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const what = name === 'reply_markup' ? 'reply keyboard markup' : name.replaceAll('_', ' ')
    throw badRequest(`can't parse ${what} JSON object`)
  }
}

function toNumber(value: unknown, type: 'Int' | 'Float'): unknown {
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return UNFIT
  return type === 'Int' && !Number.isSafeInteger(number) ? UNFIT : number
}

function toBoolean(value: unknown): unknown {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return UNFIT
  if (/^(true|yes|1)$/i.test(value)) return true
  return /^(false|no|0)$/i.test(value) ? false : UNFIT
}
