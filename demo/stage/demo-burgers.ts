/** A citizen who exists only in the demo and in tests. The BSNs pass the 11-proef and belong to nobody. */
export type DemoBurger = { id: string; naam: string; aanhef: { nl: string; en: string }; bsn: string }

/** Test persons of the demo. The seed gives them zaken, and the demo sign-in of the portal offers them. */
export const DEMO_BURGERS: readonly DemoBurger[] = [
  { id: 'j-devries', naam: 'J. de Vries', aanhef: { nl: 'Mevrouw De Vries', en: 'Ms De Vries' }, bsn: '999990342' },
  { id: 'h-bakker', naam: 'H. Bakker', aanhef: { nl: 'Meneer Bakker', en: 'Mr Bakker' }, bsn: '999990019' },
  { id: 'm-yilmaz', naam: 'M. Yilmaz', aanhef: { nl: 'Meneer Yilmaz', en: 'Mr Yilmaz' }, bsn: '999990044' },
  { id: 'p-jansen', naam: 'P. Jansen', aanhef: { nl: 'Mevrouw Jansen', en: 'Ms Jansen' }, bsn: '999990068' },
  { id: 's-elouali', naam: 'S. El Ouali', aanhef: { nl: 'Mevrouw El Ouali', en: 'Ms El Ouali' }, bsn: '999990123' },
  { id: 'k-vandijk', naam: 'K. van Dijk', aanhef: { nl: 'Meneer Van Dijk', en: 'Mr Van Dijk' }, bsn: '123456782' },
  { id: 'l-pinas', naam: 'L. Pinas', aanhef: { nl: 'Mevrouw Pinas', en: 'Ms Pinas' }, bsn: '111222333' },
  { id: 'r-hendriks', naam: 'R. Hendriks', aanhef: { nl: 'Meneer Hendriks', en: 'Mr Hendriks' }, bsn: '999990202' },
  { id: 'a-kaya', naam: 'A. Kaya', aanhef: { nl: 'Mevrouw Kaya', en: 'Ms Kaya' }, bsn: '999990214' },
  { id: 't-smit', naam: 'T. Smit', aanhef: { nl: 'Meneer Smit', en: 'Mr Smit' }, bsn: '999990226' },
  { id: 'n-wong', naam: 'N. Wong', aanhef: { nl: 'Mevrouw Wong', en: 'Ms Wong' }, bsn: '999990238' },
  { id: 'd-meijer', naam: 'D. Meijer', aanhef: { nl: 'Meneer Meijer', en: 'Mr Meijer' }, bsn: '999990251' },
]

/** The citizen of the demo's traffic. No story, mail or phone belongs to him. */
export const DEMO_VERKEER: DemoBurger = {
  id: 'verkeer',
  naam: 'Verkeer van de demo',
  aanhef: { nl: 'Verkeer van de demo', en: 'Traffic of the demo' },
  bsn: '999996009',
}
