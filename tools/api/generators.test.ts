import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GENERATORS } from '#lib/ontwikkelaars/generators.ts'

const FILES = ['clients/clients.ts', 'clients/requirements.txt', 'rules/package.json']
const tried = FILES.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')

test.each(GENERATORS)('$name is tested in the versions that the pages for suppliers name', ({ name, versions }) => {
  const [first] = versions
  if (name !== 'OpenAPI Generator') expect(tried).toMatch(new RegExp(`${name}(@v|==|": ")${first}`))
  else expect(tried).toContain(`const [NEWEST, YEAR_OLD] = ['${versions.join(`', '`)}']`)
})
