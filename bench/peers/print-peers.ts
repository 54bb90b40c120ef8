import { type Driven, type Paced, RATES } from './drive.ts'

const AIMS = { ofSvix: 1.5, timesSvix: 2, timesSvixAt: [50, 200], noneRefusedAt: 300 } as const

/** Prints the best round of each, and how Zaakbode stands to Svix in each round. */
export function printPeers(rounds: Map<string, Driven[]>): void {
  const all = [...rounds]
  console.log('\nfifty at once                changes/s   CPU ms of each')
  for (const [name, driven] of all) {
    const { perSecond, cpu } = bestOf(driven)
    const total = Object.values(cpu).reduce((sum, ms) => sum + ms, 0)
    const parts = Object.entries(cpu).map(([program, ms]) => `${program} ${ms.toFixed(2)}`)
    console.log(`${name.padEnd(28)}${perSecond.toFixed(0).padStart(10)}   ${total.toFixed(2)}: ${parts.join(', ')}`)
  }

  console.log(
    `\np95 in ms at ${RATES.join(', ').padEnd(15)} sent → sink             accepted → sink         refused at most`,
  )
  for (const [name, driven] of all) {
    const at = (rate: number) => driven.map(({ atRate }) => atRate[rate] as Paced)
    const cells = [
      ...RATES.map((rate) => Math.min(...at(rate).map(({ sentToSink }) => sentToSink)).toFixed(1)),
      ...RATES.map((rate) => Math.min(...at(rate).map(({ acceptedToSink }) => acceptedToSink)).toFixed(1)),
      ...RATES.map((rate) => `${(Math.max(...at(rate).map(({ refused }) => refused)) * 100).toFixed(1)} %`),
    ]
    console.log(name.padEnd(28) + cells.map((cell) => cell.padStart(8)).join(''))
  }
  console.log()

  const [zaakbode, svix] = [rounds.get('Zaakbode'), rounds.get('Svix')]
  if (!zaakbode) return
  const refused = Math.max(...zaakbode.map(({ atRate }) => atRate[AIMS.noneRefusedAt]?.refused ?? 0))
  say(`Zaakbode refused ${(refused * 100).toFixed(1)} % at ${AIMS.noneRefusedAt} a second (aim: none)`, refused === 0)
  if (!svix) return
  const ratio = bestOf(zaakbode).perSecond / bestOf(svix).perSecond
  say(`and takes ${ratio.toFixed(2)} times the changes of Svix (aim: ≥ ${AIMS.ofSvix})`, ratio >= AIMS.ofSvix)
  for (const rate of AIMS.timesSvixAt) {
    const p95 = ({ atRate }: Driven) => (atRate[rate] as Paced).sentToSink
    const ratios = zaakbode.map((driven, round) => p95(driven) / p95(svix[round] as Driven))
    const each = ratios.map((one) => one.toFixed(2)).join(', ')
    say(
      `sent → sink p95 at ${rate}/s is ${each} times that of Svix in the rounds (aim: ≤ ${AIMS.timesSvix})`,
      Math.max(...ratios) <= AIMS.timesSvix,
    )
  }
}

function bestOf(driven: Driven[]): Driven {
  return driven.reduce((a, b) => (b.perSecond > a.perSecond ? b : a))
}

function say(sentence: string, isMet: boolean): void {
  console.log(`${sentence}: ${isMet ? 'met' : 'not met'}`)
}
