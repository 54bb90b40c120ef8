import { CREDENTIALTYPES } from './read-opties.mjs'

export const HULP = `zaakbode luister: ontvang de gebeurtenissen van een zaaksysteem op uw eigen machine

  ZAAKBODE_TOKEN=… zaakbode luister --naar http://localhost:4000/

  --naar <adres>             stuurt elke gebeurtenis door, alleen naar localhost; zonder --naar ziet u ze alleen
  --api <adres>              de API van het zaaksysteem (of ZAAKBODE_API), eindigt op /v1
  --credentialtype <type>    ${CREDENTIALTYPES.join(', ')}
                             (JWT als u niets kiest)
  --contentmodus <modus>     structured of binary (structured als u niets kiest)
  --origin <naam>            WebHook-Request-Origin (de hostnaam van de API als u niets kiest)
  --vanaf <sequence>         begint na deze sequence (bij wat er nu komt als u niets kiest); 0 is het oudste dat nog
                             bewaard is
  --herhaal <id>             stuurt één gebeurtenis nog eens, met haar id of sequence, en stopt
  --type <type>              alleen dit type; mag vaker
  --zaaktype <zaaktype>      alleen dit zaaktype; mag vaker
  --filters <json>           filters zoals die van een abonnement
  --sleutelpoort <poort>     waar uw ontvanger de sleutels ophaalt (4001 als u niets kiest)
  --json                     een regel JSON per gebeurtenis

  Het token komt uit ZAAKBODE_TOKEN, niet uit een optie: opties zijn voor iedereen op de machine te zien.
  Stopt met 0 (klaar), 1 (geweigerd of niet aangekomen) of 2 (een optie klopt niet).
`
