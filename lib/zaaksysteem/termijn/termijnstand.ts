import type { StatusSoort } from '#lib/contract/event-types.ts'
import { addToDate } from '#lib/platform/calendar.ts'
import type { Opschorting } from '../generated/client.ts'
import { laatsteDagBuitenBehandeling } from './beslistermijn.ts'

/** The legal state of the terms of a zaak today, with its dates, `yyyy-mm-dd`. */
export type Termijnstand =
  /** Nobody decided in time, so the law granted the aanvraag (Awb 4:20b). Make it known (4:20c). */
  | { naam: 'vanRechtswege'; datum: string; ingangsdatum: string; bekendmakenUiterlijk: string }
  /** An aanvulling was asked after the end of the term, so it does not stand still (Awb 4:15 lid 1). */
  | { naam: 'wachtTeLaat'; tot: string; fataleDatum: string }
  /** The last day of the suspension has passed, which is not recorded yet (Awb 4:15 lid 1 a and lid 2 a). */
  | { naam: 'stilstandVoorbij'; tot: string; fataleDatum: string }
  /** The aanvrager reported every missing part, which the behandelaar must confirm (Awb 4:15 lid 1 a). */
  | { naam: 'wachtOpU'; tot: string }
  /**
   * The aanvrager must complete the aanvraag (Awb 4:5 lid 1). `ontbreekt` is empty while nothing came.
   * `daarna`: the suspension that goes on when the aanvulling comes earlier.
   */
  | { naam: 'wacht'; tot: string; ontbreekt: string[]; daarna: { reden: string | null; tot: string } | null }
  | Stilstand
  /** The ontwerp is ter inzage, so a besluit must wait (Awb 3:16). */
  | { naam: 'terInzage'; tot: string }
  /** The term for zienswijzen is over, and nobody recorded whether any came (Awb 3:18 lid 4). */
  | { naam: 'zienswijzenOpen' }
  /**
   * The term runs again. Through `uiterlijk` the aanvraag can be left buiten behandeling (Awb 4:5 lid 4):
   * four weeks after the aanvulling came on `op`, after the aanvrager reported it, or after its last day.
   */
  | { naam: 'ontvangen' | 'ontvangenTeLaat' | 'gemeld' | 'gemeldTeLaat'; op: string; uiterlijk: string }
  | { naam: 'verlopen' | 'verlopenTeLaat'; op: string; uiterlijk: string; nagekomen: { naam: string; op: string }[] }

/**
 * The term stands still for another reason than an aanvulling. `staatStil`: until the zaak is resumed (Awb
 * 4:15 lid 1 b, lid 2 b and c). `uitgesteld`: until its last day (Awb 4:15 lid 2 a; Woo 4.4 lid 3).
 */
type Stilstand = { naam: 'staatStil' | 'uitgesteld'; vanaf: string; tot: string }

type Opgeschort = { opschorting: Opschorting | null; opgeschortOp: string | null; opgeschortTot: string | null }

/** The facts of a zaak that decide its Termijnstand. */
export type Termijnfeiten = Opgeschort & {
  einddatum: string | null
  uiterlijkeEinddatum: string
  /** the last day on which the term ran again */
  hervatOp: string | null
  daarnaReden: string | null
  daarnaTot: string | null
  /** true when zienswijzen on the ontwerp came; null when not recorded */
  zienswijzen: boolean | null
  aanvullingsverzoek: { tot: string; onderdelen: readonly { naam: string; ontvangenOp: string | null }[] } | null
  /** The aanvullingen that the aanvrager reported. */
  inzendingen: readonly { aanvullingIds: readonly string[] }[]
  /** newest first */
  history: readonly { soort: StatusSoort }[]
  /** the last day of the term as the law has it today; null while it stands still */
  fataleDatum: string | null
  /** the requested parts that did not come */
  ontbrekend: readonly { id: string; naam: string }[]
  /** the last day on which the zaak must stay at its status; null when it need not */
  verblijfTot: string | null
  /** true when zienswijzen can be recorded, because their term is over */
  kanZienswijzenVastleggen: boolean
  /** the besluit that the law gave, until it is made known */
  vanRechtswege: { datum: string; ingangsdatum: string; bekendmakenUiterlijk: string } | null
}

/** The soorten that end a suspension. */
const RESUMPTIONS: readonly StatusSoort[] = [
  'hervatting',
  'aanvulling_ontvangen',
  'aanvulling_gemeld',
  'aanvulling_verlopen',
]

/** Returns the legal state of the terms of a zaak; null while a term simply runs, or the zaak is closed. */
export function termijnstandOf(zaak: Termijnfeiten, today: string): Termijnstand | null {
  const { opschorting, opgeschortOp, opgeschortTot, fataleDatum, vanRechtswege, verblijfTot } = zaak
  if (vanRechtswege) {
    const { datum, ingangsdatum, bekendmakenUiterlijk } = vanRechtswege
    return { naam: 'vanRechtswege', datum, ingangsdatum, bekendmakenUiterlijk }
  }
  if (opschorting && opgeschortOp && opgeschortTot) {
    if (fataleDatum !== null) {
      const naam = opgeschortOp > zaak.uiterlijkeEinddatum ? 'wachtTeLaat' : 'stilstandVoorbij'
      return { naam, tot: opgeschortTot, fataleDatum }
    }
    return opschorting === 'aanvulling' ? wachtOf(zaak, opgeschortTot) : stilstandOf(zaak)
  }
  if (verblijfTot) return { naam: 'terInzage', tot: verblijfTot }
  if (zaak.zienswijzen === null && zaak.kanZienswijzenVastleggen) return { naam: 'zienswijzenOpen' }
  return zaak.einddatum === null ? afterAanvulling(zaak, today) : null
}

/** Returns the suspension of a zaak, which begins on the day after (Awb 4:15 lid 1). */
export function stilstandOf({ opschorting, opgeschortOp, opgeschortTot }: Opgeschort): Stilstand {
  return {
    naam: opschorting === 'instemming' ? 'uitgesteld' : 'staatStil',
    vanaf: addToDate(opgeschortOp as string, 'P1D'),
    tot: opgeschortTot as string,
  }
}

/** Tells whether the aanvrager or the behandelaar must act on a zaak that waits for an aanvulling. */
function wachtOf(zaak: Termijnfeiten, tot: string): Termijnstand {
  const { ontbrekend, inzendingen, aanvullingsverzoek, daarnaReden, daarnaTot } = zaak
  const gemeld = inzendingen.flatMap(({ aanvullingIds }) => aanvullingIds)
  if (ontbrekend.length > 0 && ontbrekend.every(({ id }) => gemeld.includes(id))) return { naam: 'wachtOpU', tot }
  const isPart = ontbrekend.length < (aanvullingsverzoek?.onderdelen.length ?? 0)
  return {
    naam: 'wacht',
    tot,
    ontbreekt: isPart ? ontbrekend.map(({ naam }) => naam) : [],
    daarna: daarnaTot === null ? null : { reden: daarnaReden, tot: daarnaTot },
  }
}

/** Returns the stand of an open zaak whose term runs again after an aanvulling was asked. */
function afterAanvulling({ history, hervatOp, aanvullingsverzoek }: Termijnfeiten, today: string): Termijnstand | null {
  const last = history.find(({ soort }) => RESUMPTIONS.includes(soort))?.soort
  const onderdelen = aanvullingsverzoek?.onderdelen ?? []
  if (!hervatOp) return null
  if (last === 'aanvulling_ontvangen') {
    const op =
      onderdelen
        .flatMap(({ ontvangenOp }) => ontvangenOp ?? [])
        .sort()
        .at(-1) ?? hervatOp
    const uiterlijk = laatsteDagBuitenBehandeling(op)
    return { naam: uiterlijk < today ? 'ontvangenTeLaat' : 'ontvangen', op, uiterlijk }
  }
  if (last === 'aanvulling_gemeld') {
    const uiterlijk = laatsteDagBuitenBehandeling(hervatOp)
    return { naam: uiterlijk < today ? 'gemeldTeLaat' : 'gemeld', op: hervatOp, uiterlijk }
  }
  if (last !== 'aanvulling_verlopen') return null
  // the term runs again from the day after the last day of the aanvulling
  const uiterlijk = laatsteDagBuitenBehandeling(addToDate(hervatOp, '-P1D'))
  const nagekomen = onderdelen.flatMap(({ naam, ontvangenOp: op }) => {
    return aanvullingsverzoek && op !== null && op > aanvullingsverzoek.tot ? [{ naam, op }] : []
  })
  return { naam: uiterlijk < today ? 'verlopenTeLaat' : 'verlopen', op: hervatOp, uiterlijk, nagekomen }
}
