import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ZaakStand } from '#lib/zaaksysteem/zaak/detail/find-zaak-stand.ts'
import { type Ask, LOOK_EVERY_MS, watchStand } from './watch-stand.ts'

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible'

  turn(to: DocumentVisibilityState) {
    this.visibilityState = to
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

let page: Page
let asked: number
let heard: number[]
let answer: Ask
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  page = new Page()
  asked = 0
  heard = []
  answer = async () => stand(asked)
  stop = watchStand({
    page,
    ask() {
      asked += 1
      return answer()
    },
    onStand: ({ versie }) => heard.push(versie),
  })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const stand = (versie: number): ZaakStand => ({ versie, inzendingen: 0, overig: 0 })
const pass = (ms = LOOK_EVERY_MS) => vi.advanceTimersByTimeAsync(ms)

test('a visible page polls repeatedly', async () => {
  await pass(LOOK_EVERY_MS - 1)
  expect(asked).toBe(0)
  await pass(1)
  await pass()
  expect(heard).toEqual([1, 2])
})

test('a hidden page does not poll, and polls at once when it becomes visible', async () => {
  page.turn('hidden')
  await pass(10 * LOOK_EVERY_MS)
  expect(asked).toBe(0)
  page.turn('visible')
  await pass(0)
  expect(heard).toEqual([1])
  await pass()
  expect(heard).toEqual([1, 2])
})

test('a page that is hidden during a request does not poll again', async () => {
  await pass()
  page.turn('hidden')
  await pass(3 * LOOK_EVERY_MS)
  expect(asked).toBe(1)
})

test('it sends one request at a time, and continues after a failure', async () => {
  let reply = (_: undefined) => {}
  answer = () => new Promise((resolve) => (reply = resolve))
  await pass()
  page.turn('hidden')
  page.turn('visible')
  await pass(3 * LOOK_EVERY_MS)
  expect(asked).toBe(1)
  answer = async () => stand(asked)
  reply(undefined)
  await pass()
  expect(heard).toEqual([2])
})

test('it stops when the answer is final', async () => {
  answer = async () => 'gone'
  await pass()
  page.turn('hidden')
  page.turn('visible')
  await pass(3 * LOOK_EVERY_MS)
  expect([asked, heard]).toEqual([1, []])
})

test('an answer after it was stopped is ignored', async () => {
  let reply = (_: ZaakStand) => {}
  answer = () => new Promise((resolve) => (reply = resolve))
  await pass()
  stop()
  reply(stand(9))
  await pass(3 * LOOK_EVERY_MS)
  expect([asked, heard]).toEqual([1, []])
})
