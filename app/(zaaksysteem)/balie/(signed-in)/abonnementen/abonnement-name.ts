/** What the desk calls an abonnement; one that was registered over the API may have no name. */
export function abonnementName({ naam, sink }: { naam: string; sink: string }): string {
  return naam || new URL(sink).host
}
