import { MAX_UPLOAD_BYTES, type Refused } from '../../playground/act-protocol.ts'

export const isTooLarge = ({ size }: File): boolean => size > MAX_UPLOAD_BYTES

/** As the server would, without bringing it there. */
export function tooLarge({ name }: File): Refused {
  const megabytes = MAX_UPLOAD_BYTES / 1024 / 1024
  return { isOk: false, refusal: { reason: 'upload-too-large', file: name, megabytes } }
}
