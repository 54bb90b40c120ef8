/** Texts of the desk's list of behandelaars. For a beheerder only, so Dutch only. */
export const behandelaars = {
  titel: 'Behandelaars',
  uitleg:
    'Hier staat iedereen die ooit bij de balie is ingelogd. Wie mag inloggen en met welke rollen, regelt u bij de inlogdienst van de gemeente. Wat u daar wijzigt, geldt hier als iemand opnieuw inlogt.',

  zoeken: {
    formulier: 'Behandelaars zoeken',
    zoek: 'Naam of team',
    knop: 'Zoeken',
    wis: 'Wis zoekwoord',
  },
  leeg: 'Geen behandelaars gevonden',
  leegUitleg: 'Niemand past bij wat u zoekt. Controleer de naam of zoek op minder.',

  kolom: {
    behandelaar: 'Behandelaar',
    rollen: 'Rollen',
    laatstIngelogd: 'Laatst ingelogd',
    sessies: 'Actieve sessies',
  },
  onbekend: 'niet bekend',
  uzelf: '(u)',
  geen: 'geen',
  beeindig: 'Beëindig',
  van: (naam: string) => `de sessies van ${naam}`,
  beeindigd: 'De sessies zijn beëindigd.',

  beeindigen: {
    kort: 'Beëindig sessies',
    titel: (naam: string) => `Alle sessies van ${naam} beëindigen?`,
    uitleg: 'U kunt dit niet ongedaan maken. Dit gebeurt er:',
    sessies: (n: number) =>
      n === 1
        ? 'Er is nu 1 actieve sessie. Die stopt meteen.'
        : `Er zijn nu ${n} actieve sessies. Die stoppen meteen, op elk apparaat.`,
    nietOpgeslagen: 'Wat nog niet is opgeslagen, gaat verloren.',
    opnieuw:
      'Opnieuw inloggen kan daarna gewoon. Mag dat niet meer? Haal dan eerst de rol weg bij de inlogdienst van de gemeente.',
    uzelf: 'Dit bent u zelf. U moet daarna opnieuw inloggen.',
    knop: 'Beëindig sessies',
  },
}
