import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createHostsFile } from './resolver.ts'

function hostsFile() {
  const folder = mkdtempSync(join(tmpdir(), 'hosts-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'hosts')
  return {
    path,
    write: (...lines: string[]) => writeFileSync(path, lines.join('\n')),
    find: createHostsFile(path),
  }
}

test('names and aliases are found, in any case, with the addresses of every line, IPv4 first', () => {
  const { find, write } = hostsFile()
  write(
    '# containers',
    '2606:2800::1\tportaal  Portaal.Intern # thuis',
    ' 10.0.0.5 portaal',
    '#10.0.0.6 portaal',
    'geen-adres portaal',
    '10.0.0.7\r',
    '',
  )
  expect(find('portaal')).toEqual([
    { address: '10.0.0.5', family: 4 },
    { address: '2606:2800::1', family: 6 },
  ])
  expect(find('portaal.intern')).toEqual([{ address: '2606:2800::1', family: 6 }])
  for (const absent of ['thuis', '10.0.0.5', 'containers', 'constructor', '']) expect(find(absent)).toBeUndefined()
})

test('the file is read again when it has changed', () => {
  const { find, path, write } = hostsFile()
  expect(find('portaal')).toBeUndefined()
  write('10.0.0.5 portaal')
  expect(find('portaal')).toEqual([{ address: '10.0.0.5', family: 4 }])
  write('10.0.0.25 portaal')
  expect(find('portaal')).toEqual([{ address: '10.0.0.25', family: 4 }])
  rmSync(path)
  expect(find('portaal')).toBeUndefined()
})
