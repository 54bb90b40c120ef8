import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { DESCRIBED, fileOf, keptFiles, PRESENT_DOCUMENTS, release, releasedHashes } from './released.ts'

// `npm run api:release` stores the descriptions of the APIs, with which later ones are compared. It
// overwrites those of the current version, until `-- --final` or a higher API-Version releases them. Then
// they are immutable.

const isFinal = process.argv.includes('--final')
const inTheMaking = DESCRIBED.map((described) => {
  const document = PRESENT_DOCUMENTS[described]()
  return { document, file: fileOf(described, document.info.version) }
})
for (const { document, file } of inTheMaking) {
  if (basename(file) in releasedHashes()) continue
  writeFileSync(file, `${JSON.stringify(document, null, 1)}\n`)
  console.log(file)
}
release(keptFiles().filter((name) => isFinal || !inTheMaking.some(({ file }) => basename(file) === name)))
