/**
 * Which rows of `status` the citizen is told of, besides on the page of the zaak; of `status` and `zaaktype`, the one of its zaak.
 * `isBericht` in lib/voortgang says the same of a zaak that is at hand, and a test compares the two.
 */
export const IS_BERICHT = `(
  status.soort <> 'statuswijziging'
  or not zaaktype.gegevens @> jsonb_build_object('statustypen', jsonb_build_array(
    jsonb_build_object('code', status.statuscode, 'informeren', false, 'isEindstatus', false)
  ))
  or zaaktype.gegevens @> jsonb_build_object('resultaattypen', jsonb_build_array(
    jsonb_build_object('statuscode', status.statuscode)
  ))
)`

/**
 * `zaak`, `zaaktype` and `status` of every row that a citizen can be told of. "lateral" and its own order keep the statussen
 * of each zaak a lookup in the index, whatever the statistics say.
 */
export const STATUS_WITH_ZAAKTYPE = `zaak
  join zaaktype on zaaktype.identificatie = zaak.zaaktype and zaaktype.versie = zaak.zaaktype_versie
  cross join lateral (select * from status where zaak_id = zaak.id order by versie) as status`
