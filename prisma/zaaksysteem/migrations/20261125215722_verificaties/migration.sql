-- AlterEnum
ALTER TYPE "melding_soort" ADD VALUE 'verificatie';

-- CreateTable
CREATE TABLE "verificatie" (
    "id" UUID NOT NULL,
    "client" TEXT NOT NULL,
    "abonnement_id" UUID NOT NULL,
    "gevraagd_op" TIMESTAMPTZ(3) NOT NULL,
    "lease_tot" TIMESTAMPTZ(3),
    "klaar_op" TIMESTAMPTZ(3),
    "foutdetail" TEXT,

    CONSTRAINT "verificatie_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "verificatie_client_gevraagd_op_idx" ON "verificatie"("client", "gevraagd_op");

-- CreateIndex
CREATE INDEX "verificatie_open_idx" ON "verificatie"("gevraagd_op") WHERE (klaar_op IS NULL);

-- A handshake that was lost with its process is asked again.
INSERT INTO "verificatie" ("id", "client", "abonnement_id", "gevraagd_op")
SELECT gen_random_uuid(), "client", "id", "status_sinds" FROM "abonnement" WHERE "status" = 'wacht_op_toestemming';
