import type { StoredFile, StoredFileStore } from '../../app/ports.ts'
import type { Client } from '../client.ts'
import { insertRows } from '../insert-rows.ts'
import type { WriteBatch } from '../write-batch.ts'

export function createStoredFileStore(client: Client, batch: WriteBatch): StoredFileStore {
  const written = new Map<string, StoredFile>()
  return {
    async of(fileUniqueId) {
      const own = written.get(fileUniqueId)
      if (own !== undefined) return own
      const row = await client.storedFile.findUnique({ where: { fileUniqueId } })
      if (row === null) return null
      const size = row.size === null ? null : Number(row.size)
      return { ...row, size, state: row.state as StoredFile['state'] }
    },
    add(file) {
      written.set(file.fileUniqueId, file)
      batch.insert('stored_files', { ...file }, (client, rows) => insertRows(client, 'stored_files', rows))
    },
    update(file) {
      written.set(file.fileUniqueId, file)
      const { fileUniqueId, ...data } = file
      batch.add((client) =>
        client.storedFile.update({ where: { fileUniqueId }, data, select: { fileUniqueId: true } }),
      )
    },
  }
}
