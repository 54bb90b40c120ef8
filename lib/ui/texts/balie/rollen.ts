/** The words for what each role allows. For staff only, so Dutch only. */
export const rollen = {
  mag: {
    lezer: 'mag zaken bekijken',
    behandelaar: 'mag zaken behandelen',
    coordinator: 'mag zaken behandelen en verdelen',
    heropenen: 'mag zaken heropenen',
    bsn_zoeken: 'mag op BSN zoeken',
    privacy: 'mag opvragen wie naar iemand keek',
    beheerder: 'mag zaken behandelen en beheert het zaaksysteem',
    archivaris: 'mag zaken bekijken en vernietigen',
  },
  alleenVan: (mag: string, team: string) => `${mag}, alleen van team ${team}`,
}
