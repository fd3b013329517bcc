/** Where the playground gives a file's bytes. */
export const fileUrl = (fileId: string): string => `/playground/files/${encodeURIComponent(fileId)}`
