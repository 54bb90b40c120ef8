import { expect } from '@playwright/test'
import { openMijn } from './people.ts'
import { test } from './test.ts'

// Forms now refuse overrides; names stored before that are shown as they are.
test('a bidirectional override in a name does not affect the text beside it', async ({ browser }) => {
  const mijn = await openMijn(browser, 'J. de Vries')
  const order = await mijn.evaluate(() => {
    const line = document.createElement('p')
    line.innerHTML = '<span lang="nl">Dakkapel \u202Efdp.exe</span> · <span id="a">Z-1</span> <span id="b">nu</span>'
    document.querySelector('main')?.prepend(line)
    return ['a', 'b'].map((id) => document.getElementById(id)?.getBoundingClientRect().left ?? 0)
  })
  expect(order[0]).toBeGreaterThan(0)
  expect(order[0]).toBeLessThan(order[1] as number)
})
