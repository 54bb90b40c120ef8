import { writeFileSync } from 'node:fs'
import { fileOf, presentDocument } from './api/released.ts'

/** `npm run api:release`: keeps the description of the API, which later ones are compared with. */
const document = presentDocument()
const file = fileOf(document.info.version)
writeFileSync(file, `${JSON.stringify(document, null, 1)}\n`, { flag: 'wx' })
console.log(file)
