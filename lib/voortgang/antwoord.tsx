import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { classNames } from '#lib/ui/text/class-names.ts'
import { fillDates, writtenDate } from '#lib/ui/text/dates.ts'
import { euros } from '#lib/ui/text/euros.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { reactieTeksten } from './besluiten.ts'
import { promisedDatums } from './promised-datums.ts'
import { Gevraagd, type Melden, StilstandUitleg } from './stilstand-uitleg.tsx'
import { Uitleg } from './uitleg.tsx'
import type { Voortgang } from './voortgang.ts'

const SIGNS = {
  loopt: 'M20 11v10l6 4',
  staatStil: 'M15.5 13v14M24.5 13v14',
  teDoen: 'M20 10v13M20 29v.1',
  afgerond: 'M13 10h9l5 5v15H13zM17 20h6M17 25h6',
} as const

/** Where the zaak stands, whether the citizen must do something, and by when. */
export function Antwoord({
  voortgang,
  klein = false,
  uiterlijkeEinddatum,
  einddatumGepland,
  ingebrekestelling = null,
  melden,
  taal,
  now,
}: {
  voortgang: Voortgang
  /** for the preview at the desk */
  klein?: boolean
  /** `yyyy-mm-dd` */
  uiterlijkeEinddatum: string
  /** by which day a besluit is expected; `yyyy-mm-dd` */
  einddatumGepland?: string | undefined
  ingebrekestelling?: ZaakResource['ingebrekestelling']
  /** where the citizen can say what was sent */
  melden?: Melden | undefined
  taal: Taal
  now: Date
}) {
  const {
    antwoord,
    statustekst,
    teDoen,
    geldt,
    bekendmakenUiterlijk,
    doorzending,
    stilstand,
    ontbreekt,
    moetHandelen,
    afgerond,
    onbekend,
  } = voortgang
  const t = texts(taal).antwoord
  const today = dateInAmsterdam(now)
  const { isLate, datums } = promisedDatums(voortgang, { uiterlijkeEinddatum, now })
  const nietsTeDoen = afgerond || onbekend || teDoen || ontbreekt.length > 0 ? '' : `${t.nietsTeDoen} `
  const sign = afgerond ? 'afgerond' : moetHandelen ? 'teDoen' : stilstand ? 'staatStil' : 'loopt'
  return (
    <div className={classNames('zb-antwoord', moetHandelen && 'zb-antwoord--te-doen', klein && 'zb-antwoord--klein')}>
      <svg className="zb-antwoord__icoon" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
        <circle className="zb-antwoord__ground" cx="20" cy="20" r="18" />
        <path className="zb-antwoord__sign" d={SIGNS[sign]} />
      </svg>
      <div>
        <p className="zb-antwoord__zin">
          {fillDates(antwoord[taal], { ...datums, fataleDatum: uiterlijkeEinddatum }, taal)}
        </p>
        {stilstand ? (
          <StilstandUitleg
            stilstand={stilstand}
            nietsTeDoen={!moetHandelen && !onbekend}
            melden={melden}
            taal={taal}
            today={today}
          />
        ) : (
          <Uitleg text={nietsTeDoen + statustekst[taal]} datums={datums} taal={taal} />
        )}
        {ontbreekt.length > 0 && (
          <>
            <Uitleg text={t.aanvulling.ontbreekt} datums={{}} taal={taal} />
            <Gevraagd aanvullingen={ontbreekt} melden={undefined} taal={taal} />
          </>
        )}
        {isLate && (
          <TeLaat sinds={uiterlijkeEinddatum} ingebrekestelling={ingebrekestelling} taal={taal} today={today} />
        )}
        {ingebrekestelling?.dwangsom && <Vergoeding dwangsom={ingebrekestelling.dwangsom} taal={taal} today={today} />}
        {einddatumGepland && einddatumGepland > uiterlijkeEinddatum && einddatumGepland >= today && !afgerond && (
          <Uitleg text={t.verwacht} datums={{ verwacht: einddatumGepland }} taal={taal} />
        )}
        {doorzending && <Uitleg text={doorzending[taal]} datums={{}} taal={taal} />}
        {teDoen && <Uitleg text={teDoen[taal]} datums={datums} taal={taal} />}
        {geldt.map((besluit) => (
          <Uitleg key={besluit.nl} text={besluit[taal]} datums={{}} taal={taal} />
        ))}
        {bekendmakenUiterlijk && (
          <Bekendmaking
            uiterlijk={bekendmakenUiterlijk}
            ingebrekestelling={ingebrekestelling}
            taal={taal}
            today={today}
          />
        )}
        <Reacties voortgang={voortgang} taal={taal} today={today} />
      </div>
    </div>
  )
}

type Ingebreke = {
  ingebrekestelling: ZaakResource['ingebrekestelling']
  taal: Taal
  /** `yyyy-mm-dd` */
  today: string
}

/** Until when the municipality must make known what was given by law, or that it is late with that. */
function Bekendmaking({ uiterlijk: bekend, ingebrekestelling, taal, today }: Ingebreke & { uiterlijk: string }) {
  const t = texts(taal).vanRechtswege
  if (bekend >= today) return <Uitleg text={t.bevestigen} datums={{ bekend }} taal={taal} />
  const { op = null, beslisUiterlijk: uiterlijk = null, dwangsom } = ingebrekestelling ?? {}
  return (
    <>
      <Uitleg text={t.teLaat} datums={{ bekend }} taal={taal} />
      {!dwangsom && <Uitleg text={op ? t.ingebreke : t.kan} datums={{ op, uiterlijk }} taal={taal} />}
    </>
  )
}

/** That the besluit is late, and what the citizen can do about it, or did. */
function TeLaat({ sinds, ingebrekestelling, taal, today }: Ingebreke & { sinds: string }) {
  const t = texts(taal).antwoord
  const sorry = t.teLaat(writtenDate(sinds, taal))
  if (!ingebrekestelling) return <p className="zb-antwoord__uitleg">{`${sorry} ${t.ingebreke.kan}`}</p>
  if (ingebrekestelling.dwangsom) return <p className="zb-antwoord__uitleg">{sorry}</p>
  const { op, beslisUiterlijk: uiterlijk } = ingebrekestelling
  const said = uiterlijk < today ? t.ingebreke.loopt : t.ingebreke.wacht
  return (
    <>
      <p className="zb-antwoord__uitleg">{sorry}</p>
      <Uitleg text={said} datums={{ op, uiterlijk }} taal={taal} />
    </>
  )
}

/** What the citizen gets because the besluit was late, or why nothing, and until when one can object to that. */
function Vergoeding({
  dwangsom: { bedrag, grond, uiterlijkeReactiedatum },
  taal,
  today,
}: {
  dwangsom: NonNullable<NonNullable<ZaakResource['ingebrekestelling']>['dwangsom']>
  taal: Taal
  today: string
}) {
  const t = texts(taal).antwoord.dwangsom
  const uiterlijk = uiterlijkeReactiedatum < today ? null : uiterlijkeReactiedatum
  const what = grond ? t.grond[grond] : t.bedrag(euros(bedrag, taal))
  return <Uitleg text={`${what} ${t.bezwaar}`} datums={{ uiterlijk }} taal={taal} />
}

type Props = {
  voortgang: Voortgang
  taal: Taal
  /** `yyyy-mm-dd` */
  today: string
}

/** What one can do against what was decided, until when and how, or that the term for it has passed. */
function Reacties({ voortgang, taal, today }: Props) {
  const t = texts(taal).rechtsmiddel
  const all = reactieTeksten(voortgang)
  const open = all.filter(({ uiterlijk }) => uiterlijk >= today)
  // one that has passed is told when there is no other: somebody may look for it
  const passed = open.length > 0 ? [] : all.slice(-1)
  const { bezwaarpagina } = voortgang
  return (
    <>
      {open.map(
        ({ tegen, besluitId, uiterlijk, kan, isSaid }) =>
          !isSaid && <Uitleg key={`${tegen} ${besluitId}`} text={kan[taal]} datums={{ uiterlijk }} taal={taal} />,
      )}
      {passed.map(({ soort, uiterlijk }) => (
        <Uitleg key={soort} text={t[soort].voorbij} datums={{ uiterlijk }} taal={taal} />
      ))}
      {bezwaarpagina && open.some(({ soort }) => soort === 'bezwaar') && (
        <p className="zb-antwoord__uitleg">
          <a className="utrecht-link utrecht-link--html-a" href={bezwaarpagina}>
            {t.bezwaar.hoe}
          </a>
        </p>
      )}
    </>
  )
}
