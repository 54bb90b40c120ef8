/** `bezorging` is whether the portal has the last change; with several abonnementen the one that is furthest behind. */
const BEZORGING = `
  select case
           when bool_or(bezorging.status = 'mislukt') then 'mislukt'
           when bool_or(bezorging.status = 'wachtend' or gebeurtenis.sequence is null) then 'onderweg'
           when bool_or(bezorging.status = 'bezorgd') then 'bij'
           when bool_or(bezorging.status = 'overgeslagen') then 'overgeslagen'
           when min(gebeurtenis.vastgelegd_op) < (select min(aangemaakt_op) from abonnement) then 'voor_koppeling'
           else 'geen'
         end
  from status
  join gebeurtenis on gebeurtenis.id = status.gebeurtenis_id
  left join bezorging on bezorging.gebeurtenis_id = gebeurtenis.id
  where status.zaak_id = zaak.id and status.versie = zaak.versie`

/** The rows of the werkvoorraad, each with the key that it is sorted by. */
export const selectRegels = (sleutel: string) => `
  select zaak.id,
         zaak.identificatie,
         zaak.omschrijving,
         zaak.zaaktype,
         zaak.zaaktypenaam as "zaaktypeOmschrijving",
         zaak.statusnaam as "statusOmschrijving",
         zaak.aanvrager_naam as "aanvragerNaam",
         zaak.aanvrager_kvk as "aanvragerKvk",
         zaak.aanvrager_vestiging as "aanvragerVestiging",
         zaak.startdatum::text as startdatum,
         zaak.einddatum_gepland::text as "einddatumGepland",
         zaak.uiterlijke_einddatum::text as "uiterlijkeEinddatum",
         zaak.einddatum::text as einddatum,
         zaak.opschorting,
         zaak.behandelaar_id as "behandelaarId",
         nullif(zaak.behandelaarnaam, '') as "behandelaarNaam",
         zaak.team,
         zaak.vertrouwelijk,
         (${BEZORGING}) as bezorging,
         (${sleutel})::text as sleutel`
