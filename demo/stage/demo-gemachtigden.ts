/** A person of the demo who acts for a citizen or for an employer. */
export type DemoGemachtigde = {
  id: string
  naam: string
  /** the name of the represented citizen or company */
  namens: string
  initiator: { bsn: string } | { kvkNummer: string; vestigingsnummer?: string }
  wie: { bsn: string } | { pseudoniem: string }
}

/** Father of L. Pinas, who does not sign in himself. The BSN passes the 11-proef and belongs to nobody. */
export const DEMO_VADER = { naam: 'W. Pinas', bsn: '999992004' } as const

/** This company and vestiging do not exist. */
export const DEMO_BEDRIJF = { naam: 'Bakkerij De Korenaar B.V.', kvkNummer: '90000001' } as const
export const DEMO_VESTIGING = { ...DEMO_BEDRIJF, vestigingsnummer: '000090000001' } as const

const { naam: namens, kvkNummer, vestigingsnummer } = DEMO_VESTIGING

export const DEMO_GEMACHTIGDEN: readonly DemoGemachtigde[] = [
  {
    id: 'l-pinas-vader',
    naam: 'L. Pinas',
    namens: DEMO_VADER.naam,
    initiator: { bsn: DEMO_VADER.bsn },
    wie: { bsn: '111222333' },
  },
  { id: 'j-smit-korenaar', naam: 'J. Smit', namens, initiator: { kvkNummer }, wie: { pseudoniem: 'j-smit' } },
  { id: 'f-aydin-korenaar', naam: 'F. Aydin', namens, initiator: { kvkNummer }, wie: { pseudoniem: 'f-aydin' } },
  {
    id: 'm-bos-korenaar',
    naam: 'M. Bos',
    namens,
    initiator: { kvkNummer, vestigingsnummer },
    wie: { pseudoniem: 'm-bos' },
  },
]
