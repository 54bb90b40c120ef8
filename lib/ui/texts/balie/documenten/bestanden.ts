/** The text for people about refused bytes, by the code that an API client gets. */
export const bestanden = {
  fout: {
    bestand_empty: 'Dit bestand is leeg. Kies een ander bestand.',
    bestand_too_large: 'Dit bestand is te groot. Maak het kleiner of verdeel het over meer bestanden.',
    zaak_full: 'Met dit bestand erbij zijn de documenten van deze zaak samen te groot.',
    size_differs: 'Dit bestand kwam niet heel over. Probeer het opnieuw.',
    too_many_under_way: 'Er komen te veel bestanden van u tegelijk binnen. Probeer het over een minuut opnieuw.',
    type_not_allowed: 'Dit soort bestand kan niet. Kies een PDF, een foto, een Office-document of platte tekst.',
    archive_refused: 'Dit is een archief, zoals een zip. Pak het uit en kies de bestanden die erin zitten.',
    text_not_utf8: 'De tekens in deze tekst zijn niet te lezen. Sla het bestand op als UTF-8, of maak er een PDF van.',
    document_locked: 'Op dit document zit een wachtwoord. Haal dat eraf en kies het opnieuw.',
    document_with_macros: 'In dit document zitten macro’s. Sla het op zonder macro’s, of maak er een PDF van.',
    document_with_objects:
      'In dit document zit een ander bestand of een programma. Haal dat eruit, of maak er een PDF van.',
    document_loads_remote:
      'Dit document haalt bij het openen iets van een ander adres, zoals een sjabloon of een afbeelding. Maak er een PDF van.',
    document_damaged: 'Dit document is beschadigd. Open het, sla het opnieuw op en kies het dan nog eens.',
    document_expands: 'Dit document is uitgepakt te groot. Maak er een PDF van.',
  },
} as const
