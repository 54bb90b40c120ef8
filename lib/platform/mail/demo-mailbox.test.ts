import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { addDemoMail, readDemoMails } from './demo-mailbox.ts'

async function mailbox() {
  const folder = await mkdtemp(join(tmpdir(), 'zaakbode-mailbox-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'post.json')
}

const mail = (onderwerp: string) => ({ aan: ['a@b.test'], onderwerp, tekst: 'x', html: '<p>x</p>', afmelden: null })

test('a mailbox without a file is empty', async () => {
  expect(await readDemoMails(await mailbox())).toEqual([])
})

test('the newest mail is first, and only a hundred are kept', async () => {
  const file = await mailbox()
  for (let number = 1; number <= 101; number++) await addDemoMail(file, mail(`Mail ${number}`))
  const subjects = (await readDemoMails(file)).map(({ onderwerp }) => onderwerp)
  expect([subjects.length, subjects[0], subjects.at(-1)]).toEqual([100, 'Mail 101', 'Mail 2'])
})
