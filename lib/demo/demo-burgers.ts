/** A citizen who exists only in the demo and in tests. The BSNs pass the 11-proef and belong to nobody. */
export type DemoBurger = { id: string; naam: string; aanhef: string; bsn: string }

/** Test persons of the demo: the seed gives them zaken, the portal's demo sign-in offers them. */
export const DEMO_BURGERS: readonly DemoBurger[] = [
  { id: 'j-devries', naam: 'J. de Vries', aanhef: 'mevrouw De Vries', bsn: '999990342' },
  { id: 'h-bakker', naam: 'H. Bakker', aanhef: 'meneer Bakker', bsn: '999990019' },
  { id: 'm-yilmaz', naam: 'M. Yilmaz', aanhef: 'meneer Yilmaz', bsn: '999990044' },
  { id: 'p-jansen', naam: 'P. Jansen', aanhef: 'mevrouw Jansen', bsn: '999990068' },
  { id: 's-elouali', naam: 'S. El Ouali', aanhef: 'mevrouw El Ouali', bsn: '999990123' },
  { id: 'k-vandijk', naam: 'K. van Dijk', aanhef: 'meneer Van Dijk', bsn: '123456782' },
  { id: 'l-pinas', naam: 'L. Pinas', aanhef: 'mevrouw Pinas', bsn: '111222333' },
  { id: 'r-hendriks', naam: 'R. Hendriks', aanhef: 'meneer Hendriks', bsn: '999990202' },
  { id: 'a-kaya', naam: 'A. Kaya', aanhef: 'mevrouw Kaya', bsn: '999990214' },
  { id: 't-smit', naam: 'T. Smit', aanhef: 'meneer Smit', bsn: '999990226' },
  { id: 'n-wong', naam: 'N. Wong', aanhef: 'mevrouw Wong', bsn: '999990238' },
  { id: 'd-meijer', naam: 'D. Meijer', aanhef: 'meneer Meijer', bsn: '999990251' },
]
