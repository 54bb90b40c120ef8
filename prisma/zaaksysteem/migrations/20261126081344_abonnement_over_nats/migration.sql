-- CreateEnum
CREATE TYPE "protocol" AS ENUM ('HTTP', 'NATS');

-- DropIndex
DROP INDEX "abonnement_client_sink_key";

-- AlterTable
ALTER TABLE "abonnement" ADD COLUMN     "nats_stream" TEXT,
ADD COLUMN     "nats_subject" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "protocol" "protocol" NOT NULL DEFAULT 'HTTP';

-- CreateIndex
CREATE UNIQUE INDEX "abonnement_client_sink_nats_subject_key" ON "abonnement"("client", "sink", "nats_subject");

-- Only NATS has a subject, maybe a stream, and what goes over it: one event in each message, signed with a JWT.
ALTER TABLE "abonnement" ADD CONSTRAINT "abonnement_protocol" CHECK (
  CASE "protocol"
    WHEN 'HTTP' THEN "nats_subject" = '' AND "nats_stream" IS NULL
    ELSE "nats_subject" <> '' AND "credentialtype" = 'JWT' AND "contentmodus" <> 'batch'
  END
);
