-- CreateEnum
CREATE TYPE "contentmodus" AS ENUM ('structured', 'binary', 'batch');

-- CreateEnum
CREATE TYPE "melding_soort" AS ENUM ('falend', 'uitgeschakeld', 'mislukt');

-- CreateEnum
CREATE TYPE "sleutel_algoritme" AS ENUM ('ES256', 'Ed25519', 'PS256');

-- AlterEnum
ALTER TYPE "abonnement_status" ADD VALUE 'gepauzeerd';
ALTER TYPE "abonnement_status" ADD VALUE 'uitgeschakeld';

-- AlterEnum
ALTER TYPE "bezorging_status" ADD VALUE 'overgeslagen';

-- AlterEnum
ALTER TYPE "credentialtype" ADD VALUE 'ACCESSTOKEN';
ALTER TYPE "credentialtype" ADD VALUE 'STANDARDWEBHOOKS';
ALTER TYPE "credentialtype" ADD VALUE 'HTTPMESSAGESIGNATURES';
ALTER TYPE "credentialtype" ADD VALUE 'NLGOVADR';

-- DropIndex
DROP INDEX "bezorging_abonnement_id_gebeurtenis_id_key";

-- DropIndex
DROP INDEX "bezorging_gebeurtenis_id_idx";

-- DropIndex
DROP INDEX "bezorging_wachtend_idx";

-- AlterTable
ALTER TABLE "abonnement" ADD COLUMN     "callback_hash" TEXT,
ADD COLUMN     "callback_tot" TIMESTAMPTZ(3),
ADD COLUMN     "circuit_gesloten_op" TIMESTAMPTZ(3),
ADD COLUMN     "circuit_open_tot" TIMESTAMPTZ(3),
ADD COLUMN     "contact" TEXT,
ADD COLUMN     "contentmodus" "contentmodus" NOT NULL DEFAULT 'structured',
ADD COLUMN     "falend_sinds" TIMESTAMPTZ(3),
ADD COLUMN     "filters" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "gewaarschuwd_bij" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "herhaalschema" INTEGER[],
ADD COLUMN     "laatste_fout_op" TIMESTAMPTZ(3),
ADD COLUMN     "laatste_foutsoort" TEXT,
ADD COLUMN     "max_gelijktijdig" INTEGER NOT NULL DEFAULT 64,
ADD COLUMN     "naam" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "rate_volgende" TIMESTAMPTZ(3),
ADD COLUMN     "status_sinds" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
ADD COLUMN     "statusreden" TEXT;
ALTER TABLE "abonnement" ALTER COLUMN "status_sinds" DROP DEFAULT;
UPDATE "abonnement" SET "herhaalschema" = '{}' WHERE "herhaalschema" IS NULL;

-- AlterTable
ALTER TABLE "bezorging" ADD COLUMN     "handmatig" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "herhaling" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "ronde_vanaf" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "volgende_poging" DROP NOT NULL;

-- AlterTable
ALTER TABLE "bezorgpoging" ADD COLUMN     "foutdetail" TEXT,
ADD COLUMN     "handmatig" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "response_afgekapt" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "response_body" TEXT,
ADD COLUMN     "response_headers" JSONB;

-- AlterTable
ALTER TABLE "gebeurtenis" ALTER COLUMN "event" DROP NOT NULL;

-- AlterTable
ALTER TABLE "status" ADD COLUMN     "gezet_door_client" TEXT;

-- CreateTable
CREATE TABLE "geheim" (
    "id" UUID NOT NULL,
    "abonnement_id" UUID NOT NULL,
    "versleuteld" BYTEA NOT NULL,
    "sleutel_id" TEXT NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "vervalt_op" TIMESTAMPTZ(3),

    CONSTRAINT "geheim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bezorgstatistiek" (
    "abonnement_id" UUID NOT NULL,
    "begin" TIMESTAMPTZ(3) NOT NULL,
    "geslaagd" INTEGER NOT NULL,
    "mislukt" INTEGER NOT NULL,
    "herhaald" INTEGER NOT NULL,
    "duren" INTEGER[],

    CONSTRAINT "bezorgstatistiek_pkey" PRIMARY KEY ("abonnement_id","begin")
);

-- CreateTable
CREATE TABLE "melding" (
    "id" UUID NOT NULL,
    "abonnement_id" UUID NOT NULL,
    "soort" "melding_soort" NOT NULL,
    "gegeven" TEXT NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "gemaild_op" TIMESTAMPTZ(3),
    "gezien_op" TIMESTAMPTZ(3),

    CONSTRAINT "melding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "herstelactie" (
    "id" UUID NOT NULL,
    "abonnement_id" UUID NOT NULL,
    "vanaf" TIMESTAMPTZ(3) NOT NULL,
    "gevraagd_door_id" UUID,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "tot_sequence" INTEGER NOT NULL DEFAULT 0,
    "totaal" INTEGER NOT NULL,
    "hersteld" INTEGER NOT NULL DEFAULT 0,
    "klaar_op" TIMESTAMPTZ(3),

    CONSTRAINT "herstelactie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotentie" (
    "client" TEXT NOT NULL,
    "sleutel" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "http_status" INTEGER NOT NULL,
    "antwoord" JSONB NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotentie_pkey" PRIMARY KEY ("client","sleutel")
);

-- CreateTable
CREATE TABLE "sleutel" (
    "kid" TEXT NOT NULL,
    "alg" "sleutel_algoritme" NOT NULL,
    "publiek" JSONB NOT NULL,
    "versleuteld" BYTEA,
    "sleutel_id" TEXT,
    "gepubliceerd_op" TIMESTAMPTZ(3) NOT NULL,
    "tekent_vanaf" TIMESTAMPTZ(3) NOT NULL,
    "tekent_tot" TIMESTAMPTZ(3),
    "gepubliceerd_tot" TIMESTAMPTZ(3),

    CONSTRAINT "sleutel_pkey" PRIMARY KEY ("kid")
);

-- CreateIndex
CREATE UNIQUE INDEX "sleutel_laatste_key" ON "sleutel"("alg") WHERE (tekent_tot IS NULL);

-- CreateIndex
CREATE INDEX "geheim_abonnement_id_idx" ON "geheim"("abonnement_id");

-- CreateIndex
CREATE INDEX "melding_abonnement_id_aangemaakt_op_idx" ON "melding"("abonnement_id", "aangemaakt_op");

-- CreateIndex
CREATE INDEX "melding_te_mailen_idx" ON "melding"("aangemaakt_op") WHERE (gemaild_op IS NULL);

-- CreateIndex
CREATE INDEX "herstelactie_open_idx" ON "herstelactie"("aangemaakt_op") WHERE (klaar_op IS NULL);

-- CreateIndex
CREATE INDEX "idempotentie_aangemaakt_op_idx" ON "idempotentie"("aangemaakt_op");

-- CreateIndex
CREATE UNIQUE INDEX "abonnement_callback_hash_key" ON "abonnement"("callback_hash");

-- CreateIndex
CREATE INDEX "bezorging_abonnement_id_sequence_idx" ON "bezorging"("abonnement_id", "sequence");

-- CreateIndex
CREATE INDEX "bezorging_te_doen_idx" ON "bezorging"("abonnement_id", "herhaling", "volgende_poging") WHERE (status = 'wachtend' AND volgende_poging IS NOT NULL);

-- CreateIndex
CREATE INDEX "bezorging_te_herstellen_idx" ON "bezorging"("abonnement_id", "sequence") WHERE (status <> 'wachtend' AND status <> 'bezorgd');

-- CreateIndex
CREATE UNIQUE INDEX "bezorging_gebeurtenis_id_abonnement_id_key" ON "bezorging"("gebeurtenis_id", "abonnement_id");

-- CreateIndex
CREATE INDEX "gebeurtenis_te_schonen_idx" ON "gebeurtenis"("volgorde") WHERE (body IS NOT NULL);

-- AddForeignKey
ALTER TABLE "geheim" ADD CONSTRAINT "geheim_abonnement_id_fkey" FOREIGN KEY ("abonnement_id") REFERENCES "abonnement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bezorgstatistiek" ADD CONSTRAINT "bezorgstatistiek_abonnement_id_fkey" FOREIGN KEY ("abonnement_id") REFERENCES "abonnement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "melding" ADD CONSTRAINT "melding_abonnement_id_fkey" FOREIGN KEY ("abonnement_id") REFERENCES "abonnement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "herstelactie" ADD CONSTRAINT "herstelactie_abonnement_id_fkey" FOREIGN KEY ("abonnement_id") REFERENCES "abonnement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "herstelactie" ADD CONSTRAINT "herstelactie_gevraagd_door_id_fkey" FOREIGN KEY ("gevraagd_door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What waits for an earlier one of its zaak is not due by itself any more.
UPDATE "bezorging" SET "herhaling" = "pogingen" > 0 WHERE "status" = 'wachtend';
UPDATE "bezorging" SET "volgende_poging" = NULL
WHERE "status" <> 'wachtend' OR EXISTS (
  SELECT FROM "bezorging" earlier
  WHERE earlier."status" = 'wachtend' AND earlier."abonnement_id" = "bezorging"."abonnement_id"
    AND earlier."zaak_id" = "bezorging"."zaak_id" AND earlier."sequence" < "bezorging"."sequence"
);

-- Every row is written three times within moments: leave room beside it, and clear away often.
ALTER TABLE "bezorging" SET (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
ALTER TABLE "abonnement" SET (fillfactor = 50);
ALTER TABLE "bezorgstatistiek" SET (fillfactor = 50);

-- CloudEvents subscriptions specification 3.2.4: whether all of `filters` hold for an event with these attributes.
-- An attribute that the event does not have holds for none of exact, prefix and suffix.
CREATE FUNCTION "voldoet_aan"(filters jsonb, attributen jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN coalesce((
    SELECT bool_and(CASE dialect
      WHEN 'exact' THEN (SELECT bool_and(coalesce(attributen ->> key = value, false)) FROM jsonb_each_text(inhoud))
      WHEN 'prefix' THEN (SELECT bool_and(coalesce(starts_with(attributen ->> key, value), false)) FROM jsonb_each_text(inhoud))
      WHEN 'suffix' THEN (
        SELECT bool_and(coalesce(right(attributen ->> key, length(value)) = value, false)) FROM jsonb_each_text(inhoud)
      )
      WHEN 'all' THEN voldoet_aan(inhoud, attributen)
      WHEN 'any' THEN (SELECT bool_or(voldoet_aan(jsonb_build_array(een), attributen)) FROM jsonb_array_elements(inhoud) een)
      WHEN 'not' THEN NOT voldoet_aan(jsonb_build_array(inhoud), attributen)
      ELSE false
    END)
    FROM jsonb_array_elements(filters) filter, jsonb_each(filter) AS expressie(dialect, inhoud)
  ), true);
END $$;
