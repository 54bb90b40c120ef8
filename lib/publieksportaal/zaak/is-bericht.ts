/**
 * Selects the rows of `status` that the citizen is told of outside the page of the zaak. Expects `status` and
 * the `zaaktype` of its zaak. A test compares it with `isBericht` in lib/voortgang, which judges a loaded
 * zaak.
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

/** "lateral" with its own order keeps the statussen of each zaak an index lookup, whatever the statistics. */
export const STATUS_WITH_ZAAKTYPE = `zaak
  join zaaktype on zaaktype.identificatie = zaak.zaaktype and zaaktype.versie = zaak.zaaktype_versie
  cross join lateral (select * from status where zaak_id = zaak.id order by versie) as status`
