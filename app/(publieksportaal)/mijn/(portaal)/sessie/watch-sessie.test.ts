import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Ask, LOOK, type Stand, watchSessie } from './watch-sessie.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

let events: string[]
let answers: (Stand | 'ended' | undefined)[]
let page: EventTarget
let watching: ReturnType<typeof watchSessie>

beforeEach(() => {
  vi.useFakeTimers()
  events = []
  answers = []
  page = new EventTarget()
})
afterEach(() => {
  watching.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const lasting = (resterend: number, sessieId = 'own'): Stand => ({ sessieId, resterend, verlengbaar: true })

function watch(resterend = 900) {
  const ask: Ask = async (method) => {
    events.push(method)
    return answers.shift()
  }
  watching = watchSessie({
    sessieId: 'own',
    resterend,
    ask,
    target: page,
    onWarning: (stand) => events.push(`warning ${stand.resterend}`),
    onSafe: () => events.push('safe'),
    onEnd: () => events.push('end'),
    onOther: () => events.push('other'),
  })
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const press = () => page.dispatchEvent(new Event('keydown'))

test('two minutes before the end it asks the server, and warns', async () => {
  watch()
  await pass(13 * MINUTE - 1)
  expect(events).toEqual([])
  answers = [lasting(120)]
  await pass(1)
  expect(events).toEqual(['GET', 'warning 120'])
})

test('use of another tab postpones or removes the warning', async () => {
  watch()
  answers = [lasting(600), lasting(100), lasting(890)]
  await pass(13 * MINUTE)
  expect(events).toEqual(['GET', 'safe'])
  await pass(8 * MINUTE)
  expect(events.splice(2)).toEqual(['GET', 'warning 100'])
  await pass(10 * SECOND)
  expect(events.splice(2)).toEqual(['GET', 'safe'])
})

test('an unanswered warning leads to the end of the session', async () => {
  watch()
  answers = [lasting(15), lasting(5), 'ended']
  await pass(13 * MINUTE + 15 * SECOND)
  expect(events).toEqual(['GET', 'warning 15', 'GET', 'warning 5', 'GET', 'end'])
  await pass(60 * MINUTE)
  press()
  expect(events).toHaveLength(6)
})

test('activity is reported at most once in 30 seconds, and postpones the end', async () => {
  watch()
  press()
  expect(events).toEqual([])
  await pass(30 * SECOND)
  answers = [lasting(900)]
  for (let key = 0; key < 5; key += 1) press()
  await pass(0)
  expect(events).toEqual(['POST', 'safe'])
  await pass(13 * MINUTE - 1)
  expect(events).toHaveLength(2)
})

test('during the warning key presses do not count: only an answer to the warning does', async () => {
  watch()
  answers = [lasting(120)]
  await pass(13 * MINUTE)
  press()
  expect(events).toEqual(['GET', 'warning 120'])
  answers = [lasting(900)]
  await watching.stay()
  expect(events.splice(2)).toEqual(['POST', 'safe'])
})

test('a session that is nearly over when the page opens is checked at once', async () => {
  watch(30)
  answers = [lasting(900)]
  await pass(0)
  expect(events).toEqual(['GET', 'safe'])
})

test('without a response nothing is shown, and the request is retried', async () => {
  watch()
  answers = [undefined, 'ended']
  await pass(13 * MINUTE)
  expect(events).toEqual(['GET'])
  await pass(10 * SECOND)
  expect(events).toEqual(['GET', 'GET', 'end'])
})

const LOOKS: [string, () => void][] = [
  ['it comes to the front', () => show('visible')],
  ['it comes out of the history of the browser', () => tell('pageshow', { persisted: true })],
  ['its live stream is of nobody any more', () => tell(LOOK)],
  ['somebody goes to another page', () => watching.look()],
]
const tell = (name: string, members: object = {}) => page.dispatchEvent(Object.assign(new Event(name), members))
function show(visibilityState: string) {
  vi.stubGlobal('document', { visibilityState })
  tell('visibilitychange')
}

test.each(LOOKS)('when %s a page checks at once, and finds that the session is over', async (_, happens) => {
  watch()
  answers = ['ended']
  happens()
  await pass(0)
  expect(events).toEqual(['GET', 'end'])
})

test.each(LOOKS)('when %s a page checks at once, and finds another session', async (_, happens) => {
  watch()
  answers = [lasting(900, 'other')]
  happens()
  await pass(0)
  expect(events).toEqual(['GET', 'other'])
  await pass(60 * MINUTE)
  expect(events).toHaveLength(2)
})

test('a key press on a page of another session removes that page', async () => {
  watch()
  await pass(30 * SECOND)
  answers = [lasting(900, 'other')]
  press()
  await pass(0)
  expect(events).toEqual(['POST', 'other'])
})

test('a page that becomes hidden, or is new, does not check', async () => {
  watch()
  show('hidden')
  tell('pageshow', { persisted: false })
  await pass(0)
  expect(events).toEqual([])
})

test('a form submit that ends or replaces the session is not interrupted', async () => {
  watch()
  tell('submit')
  answers = ['ended', 'ended']
  tell(LOOK)
  await pass(0)
  expect(events).toEqual(['GET'])
  await pass(10 * SECOND)
  expect(events).toEqual(['GET', 'GET', 'end'])
})
