import { createFolderStore } from './folder-store.ts'
import type { ObjectStore } from './object-store.ts'
import { createS3Store, type S3Settings } from './s3-store.ts'

/** Where a system keeps bytes: an S3 when it has one, and else a folder. */
export function openStore(
  folder: string,
  { url, region, accessKeyId, secretAccessKey }: { [Setting in keyof S3Settings]: string | undefined },
): ObjectStore {
  if (!url || !region || !accessKeyId || !secretAccessKey) return createFolderStore(folder)
  return createS3Store({ url, region, accessKeyId, secretAccessKey })
}
