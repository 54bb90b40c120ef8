import type { Pool } from 'pg'
import { momentInAmsterdam } from '../calendar.ts'
import { klokZinnen } from '../klok-zinnen.ts'
import type { Logger } from '../logger.ts'
import { type AfwijkendeKlok, MAILED_LATELY, TOLD_LATELY } from '../postgres/database-clock.ts'
import { mailEach } from './mail-each.ts'

/**
 * Finds clocks on machines that no mail was sent about lately. It waits a minute, because a clock that is off
 * after a pause of the machine is soon set right.
 */
const FIND_NEWS = `
  select id, proces, machine, voor_seconden as "voorSeconden", sinds from afwijkende_klok klok
  where ${TOLD_LATELY} and sinds < clock_timestamp() - interval '1 minute'
    and not exists (select from afwijkende_klok told where told.machine = klok.machine and ${MAILED_LATELY})
  order by sinds, id limit 50`
const NOTE = 'update afwijkende_klok set gemaild_op = clock_timestamp() where id = any($1::uuid[])'

type Wish = {
  /** without `url`, `from` or `beheerder` nothing is sent */
  url: string | undefined
  from: string | undefined
  beheerder: string | undefined
  /** number of an advisory lock, so that one process mails at a time */
  lock: number
  /** such as "het zaaksysteem" */
  systeem: string
  /** address of the page that lists the clocks that are off now */
  page: string
}

/** Mails the beheerder that the clock of a process is off. */
export async function mailKlokken(
  ctx: { pool: Pool; log: Logger },
  { url, from, beheerder, lock, systeem, page }: Wish,
): Promise<void> {
  await mailEach(ctx, {
    url,
    from,
    lock,
    what: 'That a clock is off',
    async findDue() {
      const { rows } = await ctx.pool.query<AfwijkendeKlok>(FIND_NEWS)
      return beheerder && rows.length > 0 ? [rows] : []
    },
    compose: async (klokken) => ({
      to: [beheerder],
      ...klokMail(klokken, { systeem, page }),
      about: { count: klokken.length },
      note: () => ctx.pool.query(NOTE, [klokken.map(({ id }) => id)]),
    }),
  })
}

function klokMail(klokken: AfwijkendeKlok[], { systeem, page }: Pick<Wish, 'systeem' | 'page'>) {
  const machines = [...new Set(klokken.map(({ machine }) => machine))]
  const regels = klokken.map((klok) => `- ${klokZinnen.klok({ ...klok, sinds: momentInAmsterdam(klok.sinds) })}`)
  const [een] = machines
  return {
    subject:
      machines.length === 1 ? `De klok van ${een} loopt niet gelijk` : `${machines.length} klokken lopen niet gelijk`,
    text: `Niet elke klok van ${systeem} loopt gelijk.

${regels.join('\n')}

Zolang de klok van een proces niet gelijk loopt, verstuurt het niets, haalt het niets op en doet het geen onderhoud. Andere processen nemen dat over. Is er geen ander? Dan wacht alles. Er gaat niets verloren.

Wat kunt u doen?
${klokZinnen.watNu}

Welke klokken nu niet gelijk lopen:
${page}
`,
  }
}
