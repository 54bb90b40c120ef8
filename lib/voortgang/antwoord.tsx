import type { ReactNode } from 'react'
import type { Tweetalig, ZaakResource } from '#lib/contract/zaak-resource.ts'
import { classNames } from '#lib/ui/text/class-names.ts'
import { datedParts, writtenDate } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { ingebrekeTexts } from '#lib/ui/texts/mijn/ingebreke.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { antwoordOf, zinText } from './antwoorden/antwoorden.ts'
import type { Beantwoord, Zin } from './antwoorden/kennis.ts'
import type { Voortgang } from './voortgang.ts'

type Aanvulling = ZaakResource['aanvullingen'][number]

/** The controls with which the citizen hands in what is asked and reports it as sent. */
export type Melden = {
  isGemeld: (aanvulling: Aanvulling) => boolean
  /** the report that one thing was sent */
  perAanvulling: (aanvulling: Aanvulling) => ReactNode
  /** the link to send files, when something has no form */
  sturen: ReactNode
  /** the end of the time to take the reports back */
  terug: ReactNode
  /** links to the other ways */
  anders: ReactNode[]
}

const SIGNS = {
  loopt: 'M20 11v10l6 4',
  staatStil: 'M15.5 13v14M24.5 13v14',
  teDoen: 'M20 10v13M20 29v.1',
  afgerond: 'M13 10h9l5 5v15H13zM17 20h6M17 25h6',
} as const

/** Shows where the zaak stands, whether the citizen must do something, and by when. */
export function Antwoord({
  voortgang,
  klein = false,
  melden,
  ingebrekePad,
  taal,
  now,
  ...zaak
}: Beantwoord & {
  voortgang: Voortgang
  /** for the preview at the desk */
  klein?: boolean
  /** absent when the citizen cannot report anything as sent */
  melden?: Melden | undefined
  /** page with the letter for an ingebrekestelling */
  ingebrekePad?: string
  taal: Taal
  now: Date
}) {
  const nu = antwoordOf(voortgang, zaak, { taal, now })
  const { rij, toon, kop, zinnen, gevraagd, gevolgen, feiten, bezwaarpagina } = nu
  const t = texts(taal).antwoord.aanvulling
  const isZeker = rij !== 'wachtOpAanvrager'
  const anders = melden?.anders ?? []
  // the consequences stay visible when the rest is folded
  const isVouw = anders.length > 0 && gevolgen.length > 1
  const inleveren = { aanvullingen: nu.nogTeSturen, inleveren: voortgang.inleveren, taal }
  return (
    <div
      className={classNames('zb-antwoord', toon === 'teDoen' && 'zb-antwoord--te-doen', klein && 'zb-antwoord--klein')}
    >
      <svg className="zb-antwoord__icoon" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
        <circle className="zb-antwoord__ground" cx="20" cy="20" r="18" />
        <path className="zb-antwoord__sign" d={SIGNS[toon]} />
      </svg>
      <p className="zb-antwoord__zin">{zinText(kop, taal)}</p>
      <div className="zb-antwoord__rest">
        <Zinnen zinnen={zinnen} taal={taal} />
        {rij === 'aanvullingVoorbij' && gevraagd.length > 0 && (
          <p className="zb-antwoord__uitleg">{t.voorbij.misten}</p>
        )}
        {gevraagd.length > 0 && <Gevraagd aanvullingen={gevraagd} melden={melden} taal={taal} />}
        {melden?.sturen}
        {anders.length === 0 && <Inleveren {...inleveren} titel={isZeker ? t.inleveren : t.inleverenMisschien} />}
        {melden?.terug}
        <Zinnen zinnen={isVouw ? [...gevolgen.slice(0, 1), ...feiten] : [...gevolgen, ...feiten]} taal={taal} />
        {isVouw && (
          <details className="zb-vouw">
            <summary>{t.termijn}</summary>
            <Zinnen zinnen={gevolgen.slice(1)} taal={taal} />
          </details>
        )}
        <Acties
          acties={[
            ingebrekePad && nu.magInGebreke && { href: ingebrekePad, tekst: ingebrekeTexts[taal].link },
            bezwaarpagina && { href: bezwaarpagina, tekst: texts(taal).rechtsmiddel.bezwaar.hoe },
          ].map(
            (actie) =>
              actie && (
                <a className="utrecht-link utrecht-link--html-a" href={actie.href}>
                  {actie.tekst}
                </a>
              ),
          )}
        />
      </div>
      {anders.length > 0 && <Anders inleveren={inleveren} acties={anders} taal={taal} />}
    </div>
  )
}

export function Acties({ acties }: { acties: readonly ReactNode[] }) {
  const there = acties.filter(Boolean)
  if (there.length === 0) return null
  return (
    <ul className="zb-acties">
      {there.map((actie, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never move
        <li key={index}>{actie}</li>
      ))}
    </ul>
  )
}

function Zinnen({ zinnen, taal }: { zinnen: readonly Zin[]; taal: Taal }) {
  return zinnen.map(({ tekst, datums }) => (
    <p key={tekst} className="zb-antwoord__uitleg">
      {datedParts(tekst, datums, taal).map(({ text, isDate }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a text can hold one date twice; its parts never move
        isDate ? <strong key={index}>{text}</strong> : text,
      )}
    </p>
  ))
}

/** Lists what is asked: first how to hand it in, then the other ways. */
function Gevraagd({
  aanvullingen,
  melden,
  taal,
}: {
  aanvullingen: Aanvulling[]
  melden: Melden | undefined
  taal: Taal
}) {
  const t = texts(taal).antwoord.aanvulling
  return (
    <ul className="zb-gevraagd">
      {aanvullingen.map((aanvulling, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two things can have one name; they never move
        <li key={index}>
          <strong lang="nl">{aanvulling.naam}</strong>
          {aanvulling.toelichting && (
            <span lang="nl" className="zb-gevraagd__toelichting">
              {aanvulling.toelichting}
            </span>
          )}
          {aanvulling.formulier && !aanvulling.ontvangenOp && (
            <a
              className={
                melden?.isGemeld(aanvulling)
                  ? 'utrecht-link utrecht-link--html-a'
                  : 'utrecht-button utrecht-button--primary-action'
              }
              href={aanvulling.formulier}
            >
              {t.naarFormulier}
              <span className="zb-hidden">
                {' '}
                {t.voor} <span lang="nl">{aanvulling.naam}</span>
              </span>
            </a>
          )}
          {aanvulling.ontvangenOp ? (
            <span className="zb-gevraagd__gemeld">{t.binnen(writtenDate(aanvulling.ontvangenOp, taal))}</span>
          ) : (
            melden?.perAanvulling(aanvulling)
          )}
        </li>
      ))}
    </ul>
  )
}

type Inleverwijze = { aanvullingen: Aanvulling[]; inleveren: Tweetalig | null; taal: Taal }

/**
 * Says where to bring or send things without a form. @param props.aanvullingen the things still to be handed
 * in
 */
function Inleveren({ aanvullingen, inleveren, titel, taal }: Inleverwijze & { titel?: string }) {
  const zonder = aanvullingen.filter(({ formulier }) => !formulier)
  if (!inleveren || zonder.length === 0) return null
  return (
    <div className="zb-gevraagd__inleveren">
      {titel && <strong>{titel}</strong>}
      {zonder.length < aanvullingen.length && <span lang="nl">{zonder.map(({ naam }) => naam).join(', ')}</span>}
      <span>{inleveren[taal]}</span>
      <span>{texts(taal).antwoord.aanvulling.zaaknummer}</span>
    </div>
  )
}

/**
 * The other ways to hand in. Folded on a narrow screen; on a wide one they stand beside the first way,
 * without a summary.
 */
function Anders({ inleveren, acties, taal }: { inleveren: Inleverwijze; acties: readonly ReactNode[]; taal: Taal }) {
  const t = texts(taal).antwoord.aanvulling
  const isInTeLeveren = inleveren.inleveren && inleveren.aanvullingen.some(({ formulier }) => !formulier)
  const titel = isInTeLeveren ? t.inleverenAnders : t.anders
  return (
    <details className="zb-vouw zb-anders">
      <summary>{titel}</summary>
      <strong className="zb-anders__titel">{titel}</strong>
      <Inleveren {...inleveren} />
      <Acties acties={acties} />
    </details>
  )
}
