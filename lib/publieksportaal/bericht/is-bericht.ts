/**
 * Which rows of `status` the citizen is told of, besides on the page of the zaak; of `status` and `zaaktype`, the one of
 * its zaak. All but the steps for which the zaaktype says that nobody need be informed, of which the closing ones are told
 * even then. A statuscode that our copy of the zaaktype does not have yet is told.
 */
export const IS_BERICHT = `(
  status.soort <> 'statuswijziging' or not zaaktype.gegevens @> jsonb_build_object('statustypen', jsonb_build_array(
    jsonb_build_object('code', status.statuscode, 'informeren', false, 'isEindstatus', false)
  ))
)`

/**
 * `zaak`, `zaaktype` and `status` of every row that a citizen can be told of. "lateral" and its own order keep the statussen
 * of each zaak a lookup in the index, whatever the statistics say.
 */
export const STATUS_WITH_ZAAKTYPE = `zaak
  join zaaktype on zaaktype.identificatie = zaak.zaaktype and zaaktype.versie = zaak.zaaktype_versie
  cross join lateral (select * from status where zaak_id = zaak.id order by versie) as status`
