import { rename, writeFile } from 'node:fs/promises'

/** Writes a text file. A power cut leaves the old text or the new one. */
export async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}
