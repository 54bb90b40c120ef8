/** Texts of the besluiten of a zaak at the desk. */
export const besluiten = {
  titel: 'Besluiten',
  besluit: 'Besluit',
  vanRechtswege: 'Van rechtswege (Awb 4:20b)',
  datum: 'Datum',
  bekendgemaakt: 'Bekendgemaakt',
  terInzage: (op: string) => `Ter inzage ${op}`,
  geldt: 'Geldt',
  vanaf: (datum: string) => `Vanaf ${datum}`,
  nietMeer: (datum: string) => `Niet meer vanaf ${datum}`,
  vervalreden: {
    tijdelijk: 'Voor bepaalde tijd',
    ingetrokken_overheid: 'Ingetrokken',
    ingetrokken_belanghebbende: 'Ingetrokken op verzoek',
    vervangen: 'Vervangen door een ander besluit',
    vergissing: 'Teruggenomen',
  },
  intrekking: (datum: string) => `Intrekking van ${datum}`,
  rechtsmiddel: 'Bezwaar of beroep',
  bezwaar: {
    kan: (tot: string) => `Bezwaar tot en met ${tot}`,
    kon: (tot: string) => `Bezwaar kon tot en met ${tot}`,
  },
  beroep: {
    kan: (tot: string) => `Beroep tot en met ${tot}`,
    kon: (tot: string) => `Beroep kon tot en met ${tot}`,
  },
  tegenIntrekking: 'Tegen de intrekking',
  geen: 'Niet mogelijk',
  leeg: 'leeg',
  velden: {
    datum: 'Datum',
    bekendmakingsdatum: 'Bekendgemaakt op',
    terinzagedatum: 'Ter inzage gelegd op',
    ingangsdatum: 'Geldt vanaf',
    vervaldatum: 'Geldt niet meer vanaf',
  },
  verloop: {
    besluit: (naam: string, datum: string) => `${naam}, besluit van ${datum}.`,
    verviel: (reden: string, vanaf: string) => `${reden}, vanaf ${vanaf}.`,
    gecorrigeerd: (veld: string, van: string, naar: string) => `${veld}: ${van} → ${naar}`,
  },
} as const
