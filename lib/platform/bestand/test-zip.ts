import { crc32, deflateRawSync } from 'node:zlib'

type Entry = {
  name: string
  content?: string | Buffer
  isEncrypted?: boolean
  claimedSize?: number
  localName?: string
}

/**
 * Returns a zip of these files. A `localName` is as long as its name; the first file is stored uncompressed,
 * as OpenDocument demands for its `mimetype`.
 */
export function testZip(entries: readonly (string | Entry)[]): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const [index, entry] of entries.entries()) {
    const {
      name,
      content = 'x',
      isEncrypted = false,
      claimedSize,
      localName = name,
    } = typeof entry === 'string' ? { name: entry } : entry
    const bytes = Buffer.from(content)
    const packed = index === 0 ? bytes : deflateRawSync(bytes)
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt16LE(Number(isEncrypted), 2)
    header.writeUInt16LE(index === 0 ? 0 : 8, 4)
    header.writeUInt32LE(crc32(bytes), 10)
    header.writeUInt32LE(packed.byteLength, 14)
    header.writeUInt32LE(claimedSize ?? bytes.byteLength, 18)
    header.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), header, Buffer.from(localName), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), header, place, Buffer.from(name)]))
    parts.push(local)
    offset += local.byteLength
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.byteLength, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, directory, Buffer.from('PK\u0005\u0006'), end])
}
