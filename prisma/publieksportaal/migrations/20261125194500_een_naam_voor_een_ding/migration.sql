-- Names that the two systems share: how a delivery is proven is its credentialtype, an alert is a melding.
ALTER TYPE "methode" RENAME TO "credentialtype";
ALTER TABLE "bezorgwijze" RENAME COLUMN "methode" TO "credentialtype";
ALTER TABLE "bron_geheim" RENAME COLUMN "methode" TO "credentialtype";
ALTER TABLE "ontvangen_gebeurtenis" RENAME COLUMN "methode" TO "credentialtype";
ALTER TABLE "bron" RENAME COLUMN "alarm_gemaild_op" TO "melding_gemaild_op";
