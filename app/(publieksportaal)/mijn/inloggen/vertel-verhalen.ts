import { DEMO_BURGERS, type DemoBurger } from '#demo/stage/demo-burgers.ts'
import { DEMO_ZAAK_ID } from '#demo/stage/demo-zaak.ts'
import { dateInAmsterdam, daysBetween } from '#lib/platform/calendar.ts'
import { possibleHashes } from '#lib/publieksportaal/burger/bsn-keys.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import {
  findInzendingen,
  findOpenVerzoek,
  type InzendingVanBurger,
} from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { isGezegd } from '#lib/publieksportaal/inzending/submit-inzending.ts'
import { type EmailadresVanBurger, findEmailadres } from '#lib/publieksportaal/mail/emailadres/emailadres.ts'
import { findZakenOfBurger } from '#lib/publieksportaal/zaak/find-zaken-of-burger.ts'
import type { StatusVanZaak, ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { verhalen } from '#lib/ui/texts/mijn/verhalen.ts'
import { reactiesOf } from '#lib/voortgang/besluiten.ts'
import { isTeLaat } from '#lib/voortgang/promised-datums.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'

type ZaakMetInzendingen = ZaakVanBurger & { inzendingen: readonly InzendingVanBurger[] }

/** The portal's data about a demo citizen. */
type Verhaal = {
  zaken: readonly ZaakMetInzendingen[]
  mail: Pick<EmailadresVanBurger, 'taal' | 'geweigerdOp'> | undefined
}

type Texts = (typeof verhalen)['nl']
type Feit = { naam: keyof Texts; tekst: string }

const ORDER = Object.keys(verhalen.nl)
const MOST_TOLD = 3
/** The number of zaken from which Mijn zaken shows a table. */
const MANY_ZAKEN = 11
const NEW_FOR_DAYS = 7
const WEIGERING = 'geweigerd'

/** Acts that the page of the zaak keeps showing. */
const TOLD_ACTS: Partial<Record<StatusVanZaak['soort'], keyof Texts>> = {
  correctie: 'hersteld',
  heropening: 'heropend',
  verlenging: 'verlengd',
  hervatting: 'looptWeer',
  aanvulling_ontvangen: 'looptWeer',
  aanvulling_gemeld: 'looptWeer',
  aanvulling_verlopen: 'nietAangevuld',
}

/** Describes in one line what this citizen's pages show today. */
export function vertelVerhaal({ zaken, mail }: Verhaal, { taal, today }: { taal: Taal; today: string }): string {
  const t = verhalen[taal]
  const feiten = zaken.map((zaak) => (zaak.einddatum ? tellEnded(zaak, t, today) : tellOpen(zaak, t, today)))
  if (zaken.some(({ id }) => id === DEMO_ZAAK_ID)) feiten.push(say('voorbeeld', t.voorbeeld))
  if (zaken.length === 0) feiten.push(say('geenZaken', t.geenZaken))
  if (zaken.length >= MANY_ZAKEN) feiten.push(say('veelZaken', t.veelZaken({ aantal: zaken.length })))
  if (mail?.geweigerdOp) feiten.push(say('mailKomtNietAan', t.mailKomtNietAan))
  if (mail?.taal === 'en') feiten.push(say('engels', t.engels))
  const inOrder = feiten.toSorted((one, other) => ORDER.indexOf(one.naam) - ORDER.indexOf(other.naam))
  const telling = inOrder.filter(({ naam }) => naam !== 'loopt' || inOrder[0]?.naam === 'loopt')
  const told = [...new Set(telling.map(({ tekst }) => tekst))].slice(0, MOST_TOLD).join('; ')
  return told.charAt(0).toUpperCase() + told.slice(1)
}

const say = (naam: Feit['naam'], tekst: string): Feit => ({ naam, tekst })

/** The most telling fact about an open zaak. */
function tellOpen(zaak: ZaakMetInzendingen, t: Texts, today: string): Feit {
  const { statussen, opschorting, uiterlijkeEinddatumAfdoening, einddatumGepland, inzendingen, bijgewerktOp } = zaak
  if (findOpenVerzoek('intrekking', zaak, inzendingen)) return say('wilIntrekken', t.wilIntrekken)
  if (opschorting?.soort === 'aanvulling' && opschorting.tot >= today) return tellAanvulling(zaak, t, today)
  const { isBesloten, moetHandelen } = voortgang(zaak, today)
  if (opschorting?.soort === 'opschorting')
    return moetHandelen ? say('moetIets', t.moetIets) : say('staatStil', t.staatStil)
  if (statussen.at(-1)?.soort === 'intrekking_afgewezen') return say('magNietIntrekken', t.magNietIntrekken)
  if (isTeLaat(uiterlijkeEinddatumAfdoening, { isBesloten, today })) {
    return say('teLaat', t.teLaat({ dagen: daysBetween(uiterlijkeEinddatumAfdoening, today) }))
  }
  if (einddatumGepland < today) return say('langerDanGepland', t.langerDanGepland)
  const act = statussen.map(({ soort }) => TOLD_ACTS[soort]).findLast((naam) => naam !== undefined)
  if (act) return say(act, t[act] as string)
  if (moetHandelen) return say('moetIets', t.moetIets)
  const age = daysBetween(dateInAmsterdam(bijgewerktOp), today)
  return statussen.length === 1 && age <= NEW_FOR_DAYS ? say('netIngediend', t.netIngediend) : say('loopt', t.loopt)
}

function tellAanvulling({ opschorting, aanvullingen, inzendingen }: ZaakMetInzendingen, t: Texts, today: string): Feit {
  const said = inzendingen.flatMap((one) => (isGezegd(one) ? one.aanvullingen.map(({ id }) => id) : []))
  const gestuurd = aanvullingen.filter(({ id }) => id !== null && said.includes(id)).length
  const dagen = daysBetween(today, opschorting?.tot ?? today)
  const aantal = aanvullingen.length
  return gestuurd > 0
    ? say('deelsGestuurd', t.deelsGestuurd({ gestuurd, aantal, dagen }))
    : say('aanvulling', t.aanvulling({ aantal, dagen }))
}

function tellEnded({ besluiten, zaaktype, statuscode }: ZaakMetInzendingen, t: Texts, today: string): Feit {
  const reactie = reactiesOf(besluiten).at(-1)
  if (besluiten.at(-1)?.intrekking) return say('besluitIngetrokken', t.besluitIngetrokken)
  if (!reactie) return say('ingetrokken', t.ingetrokken)
  const { soort, uiterlijk } = reactie
  if (uiterlijk < today) return say(`${soort}Voorbij`, t[`${soort}Voorbij`])
  const dagen = daysBetween(today, uiterlijk)
  const resultaat = zaaktype.resultaattypen.find((one) => one.statuscode === statuscode)?.code
  return resultaat === WEIGERING
    ? say(`${soort}NaWeigering`, t[`${soort}NaWeigering`]({ dagen }))
    : say(soort, t[soort]({ dagen }))
}

/** A line for each demo citizen, by id. Demo only, because it is shown without sign-in. */
export async function vertelVerhalen(ctx: PublieksportaalContext, taal: Taal): Promise<Map<string, string>> {
  const today = dateInAmsterdam(ctx.clock())
  const told = DEMO_BURGERS.map(async (burger) => {
    return [burger.id, vertelVerhaal(await findVerhaal(ctx, burger), { taal, today })] as const
  })
  return new Map(await Promise.all(told))
}

async function findVerhaal(ctx: PublieksportaalContext, { bsn }: DemoBurger): Promise<Verhaal> {
  const known = await ctx.db.burger.findFirst({ where: { bsnHash: { in: possibleHashes(ctx.env, bsn) } } })
  if (!known) return { zaken: [], mail: undefined }
  const burgerId = known.id
  const { open, afgerond } = await findZakenOfBurger(ctx, { burgerId })
  const running = open.map(async (zaak) => {
    return { ...zaak, inzendingen: await findInzendingen(ctx, { burgerId, zaakId: zaak.id }) }
  })
  const ended = afgerond.map((zaak) => ({ ...zaak, inzendingen: [] }))
  return { zaken: [...(await Promise.all(running)), ...ended], mail: await findEmailadres(ctx, { burgerId }) }
}
