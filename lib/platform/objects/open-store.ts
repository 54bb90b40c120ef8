import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ObjectMissingError, type ObjectStore } from './object-store.ts'
import { createS3Store, type S3Settings } from './s3-store.ts'

/** Objects as files, in subfolders by the first two characters of their keys. */
export function createFolderStore(folder: string): ObjectStore {
  const place = (key: string) => join(folder, key.slice(0, 2), key)
  return {
    async write(key, bytes) {
      const path = place(key)
      const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const file = await open(unfinished(path), 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
        await file.close()
      } catch (error) {
        await file.close()
        await rm(unfinished(path), { force: true })
        throw error
      }
      await rename(unfinished(path), path)
      // After a crash the file is only found when the folders above it are on disk too.
      await syncFolder(dirname(path))
      for (let each = dirname(path); made && each.length >= made.length; each = dirname(each)) {
        await syncFolder(dirname(each))
      }
    },
    async *read(key, { start, end }) {
      const file = await open(place(key)).catch((error) => {
        throw error.code === 'ENOENT' ? new ObjectMissingError('object_missing') : error
      })
      try {
        if (end > start) yield* file.createReadStream({ start, end: end - 1, autoClose: false })
      } finally {
        await file.close()
      }
    },
    async size(key) {
      try {
        return (await stat(place(key))).size
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    async remove(key) {
      await rm(unfinished(place(key)), { force: true })
      await rm(place(key), { force: true })
    },
  }
}

const unfinished = (path: string) => `${path}.deel`

/** Windows cannot open a folder, and writes folder entries through. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Opens the store for bytes of a system: an S3 if configured, otherwise a folder. */
export function openStore(
  folder: string,
  { url, region, accessKeyId, secretAccessKey }: { [Setting in keyof S3Settings]: string | undefined },
): ObjectStore {
  if (!url || !region || !accessKeyId || !secretAccessKey) return createFolderStore(folder)
  return createS3Store({ url, region, accessKeyId, secretAccessKey })
}
