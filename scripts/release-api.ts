import { existsSync, writeFileSync } from 'node:fs'
import { DESCRIBED, fileOf, PRESENT_DOCUMENTS } from './api/released.ts'

/** `npm run api:release`: keeps the descriptions of the APIs, which later ones are compared with. */
for (const described of DESCRIBED) {
  const document = PRESENT_DOCUMENTS[described]()
  const file = fileOf(described, document.info.version)
  // What was released stays as it is.
  if (existsSync(file)) continue
  writeFileSync(file, `${JSON.stringify(document, null, 1)}\n`)
  console.log(file)
}
