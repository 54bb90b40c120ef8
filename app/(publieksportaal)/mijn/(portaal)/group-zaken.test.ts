import { expect, test } from 'vitest'
import { TEKSTEN, ZAAK_VAN_BURGER } from '#lib/publieksportaal/zaak/test-zaak-van-burger.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { groupZaken } from './zaken-list.tsx'

const tekst = (nl: string) => ({ nl, en: nl })
const STATUSTYPE = { volgnummer: 1, isEindstatus: false, informeren: true, ...TEKSTEN }

const ZAAKTYPE = {
  ...ZAAK_VAN_BURGER.zaaktype,
  statustypen: [
    { code: 'ontvangen', ...STATUSTYPE },
    { code: 'betalen', ...STATUSTYPE, handeling: tekst('Betaal.') },
  ],
  resultaattypen: [{ code: 'verleend', statuscode: 'verleend', ...TEKSTEN, handeling: tekst('Maak bezwaar.') }],
}

const zaak = (id: string, changes: Partial<ZaakVanBurger> = {}): ZaakVanBurger => ({
  ...ZAAK_VAN_BURGER,
  id,
  zaaktype: ZAAKTYPE,
  ...changes,
})

const asked = (tot: string) => ({ opschorting: { soort: 'aanvulling', op: '2026-11-20', tot } as const })
const besluit = { datum: '2026-12-01', bekendmakingsdatum: '2026-12-02', uiterlijkeReactiedatum: '2027-01-13' }
const ended = { statuscode: 'verleend', einddatum: '2026-12-01', besluit }

test('what waits for the citizen comes first, by its last day, then what is new, and each zaak once', () => {
  const groups = groupZaken({
    open: [
      zaak('rest'),
      zaak('new', { versie: 2 }),
      zaak('pay', { statuscode: 'betalen' }),
      zaak('pay while the term stands still', {
        statuscode: 'betalen',
        opschorting: { soort: 'opschorting', op: '2026-11-20', tot: '2026-12-01' },
      }),
      zaak('later', { ...asked('2026-12-20'), versie: 2 }),
      zaak('sooner', asked('2026-12-09')),
    ],
    afgerond: [zaak('ended', ended), zaak('just ended', { ...ended, versie: 2 })],
  })
  const ids = Object.fromEntries(Object.entries(groups).map(([name, zaken]) => [name, zaken.map(({ id }) => id)]))
  expect(ids).toEqual({
    vraagtIets: ['sooner', 'later', 'pay', 'pay while the term stands still'],
    nieuw: ['new', 'just ended'],
    open: ['rest'],
    afgerond: ['ended'],
  })
})
