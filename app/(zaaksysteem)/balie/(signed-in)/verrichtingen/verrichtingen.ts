import { apiClientIntrekken, tokenIntrekken } from '../api-clients/api-client-verrichtingen.ts'
import { sessiesBeeindigen } from '../behandelaars/sessie-verrichting.ts'
import { bulkOpnieuwKiezen, bulkStarten } from '../bulk/[opdrachtId]/bulk-verrichtingen.ts'
import { datalekBeoordelen } from '../datalekken/datalek-verrichting.ts'
import { kolommenKiezen } from '../kolommen/kolommen-kiezen.ts'
import { mailvoorkeurZetten, signaleringenGezien } from '../signaleringen/signalering-verrichtingen.ts'
import { sleutelsDirectWisselen, sleutelsWisselen } from '../sleutels/sleutel-verrichtingen.ts'
import { lijstAfwijzen, lijstGoedkeuren, lijstVoorstellen, zaakAfhalen } from '../vernietiging/lijst-verrichtingen.ts'
import { weergaveBewaren, weergaveVerwijderen } from '../weergaven/weergave-verrichtingen.ts'
import { conceptVaststellen, conceptWeggooien } from '../zaaktypen/[identificatie]/concept/concept-verrichtingen.ts'
import { dwangsombedragVastleggen } from '../zaaktypen/dwangsom/dwangsombedrag-verrichting.ts'
import { herberekeningAanvragen, herberekeningStarten } from '../zaaktypen/herberekenen/herberekening-verrichtingen.ts'
import { teamBeeindigen, teamHernoemen, teamToevoegen } from '../zaaktypen/teams/team-verrichtingen.ts'
import {
  vernietigingAanhouden,
  verwijderenVoorstellen,
  zaakVerwijderen,
} from '../zaken/[zaakId]/bewaar-verrichtingen.ts'
import {
  internDocumentIntrekken,
  internDocumentToevoegen,
  notitieToevoegen,
  notitieVerbeteren,
  zaakVertrouwelijk,
} from '../zaken/[zaakId]/zaak-verrichtingen.ts'
import type { Verrichting } from './verrichting.ts'

const ALL: readonly Verrichting[] = [
  apiClientIntrekken,
  tokenIntrekken,
  sessiesBeeindigen,
  bulkStarten,
  bulkOpnieuwKiezen,
  datalekBeoordelen,
  lijstVoorstellen,
  lijstGoedkeuren,
  lijstAfwijzen,
  zaakAfhalen,
  sleutelsWisselen,
  sleutelsDirectWisselen,
  conceptVaststellen,
  conceptWeggooien,
  dwangsombedragVastleggen,
  herberekeningAanvragen,
  herberekeningStarten,
  teamToevoegen,
  teamHernoemen,
  teamBeeindigen,
  vernietigingAanhouden,
  verwijderenVoorstellen,
  zaakVerwijderen,
  internDocumentIntrekken,
  internDocumentToevoegen,
  notitieToevoegen,
  notitieVerbeteren,
  zaakVertrouwelijk,
  signaleringenGezien,
  mailvoorkeurZetten,
  kolommenKiezen,
  weergaveBewaren,
  weergaveVerwijderen,
]

/** Every verrichting by its name. Others cannot be submitted. */
export const VERRICHTINGEN: ReadonlyMap<string, Verrichting> = new Map(ALL.map((each) => [each.naam, each]))
