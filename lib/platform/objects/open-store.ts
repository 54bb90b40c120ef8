import { createFolderStore } from './folder-store.ts'
import type { ObjectStore } from './object-store.ts'
import { createS3Store, type S3Settings } from './s3-store.ts'

/** Opens the store for bytes of a system: an S3 if configured, otherwise a folder. */
export function openStore(
  folder: string,
  { url, region, accessKeyId, secretAccessKey }: { [Setting in keyof S3Settings]: string | undefined },
): ObjectStore {
  if (!url || !region || !accessKeyId || !secretAccessKey) return createFolderStore(folder)
  return createS3Store({ url, region, accessKeyId, secretAccessKey })
}
