import type { Resultaattype, Zaaktype } from '../../../catalogus/zaaktype.ts'
import { signaleer } from '../../../signalering/signaleer.ts'
import { verleningNa } from '../../../termijn/van-rechtswege.ts'
import { changeStatement, type Handeling } from '../../wijziging/apply-change.ts'
import { besluitenAt } from '../../wijziging/besluiten.ts'
import { type Act, performing } from '../perform-handeling.ts'
import { CLOSED, TERM_NOT_PASSED } from '../rules.ts'
import { newBesluit } from './besluitdatums.ts'
import { DECIDED_ALREADY, laatsteBeslisdag } from './given-by-law.ts'

const STATEMENT = changeStatement('grant-van-rechtswege', { also: { signaleerd: signaleer('van_rechtswege') } })

const besluittypeOf = ({ vanRechtswege, resultaattypen }: Zaaktype): Resultaattype | undefined =>
  resultaattypen.find(({ code }) => code === vanRechtswege?.resultaat)

/**
 * Van rechtswege: nobody decided in time, and a law or verordening then grants the aanvraag (Awb 4:20a and
 * 4:20b). It is a besluit without an act of a person; the municipality makes it known within two weeks.
 */
export const GRANT_VAN_RECHTSWEGE = {
  soort: 'van_rechtswege_verleend',
  auditnaam: 'van_rechtswege_verlenen',
  recht: 'behandelen',
  needs: [
    CLOSED,
    {
      reason: 'not_given_by_law',
      tekst: 'Bij dit zaaktype wordt niets van rechtswege verleend.',
      detail: 'Of this zaaktype nothing is given by law when the besluit is late.',
      broken: ({ zaaktype }) => !besluittypeOf(zaaktype),
    },
    {
      ...DECIDED_ALREADY,
      detail: 'Something was decided.',
      broken: ({ zaak }) => besluitenAt(zaak.besluiten).length > 0,
    },
    {
      ...TERM_NOT_PASSED,
      detail: 'The term is not over, or was before a law gave anything.',
      broken: (standing) => (laatsteBeslisdag(standing) ?? standing.today) >= standing.today,
    },
  ],
  rules: [],
  next: (standing) => {
    const datums = { ...verleningNa(laatsteBeslisdag(standing) as string), terinzagedatum: null, vervaldatum: null }
    const besluit = newBesluit(besluittypeOf(standing.zaaktype) as Resultaattype, {
      ...datums,
      bekendmakingsdatum: null,
    })
    return { besluiten: [{ ...besluit, vanRechtswege: true }] }
  },
  also: () => ({ statement: STATEMENT }),
} as const satisfies Act<Handeling>

export const grantVanRechtswege = performing(GRANT_VAN_RECHTSWEGE)
