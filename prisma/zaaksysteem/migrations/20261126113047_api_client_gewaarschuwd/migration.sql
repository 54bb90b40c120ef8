-- AlterTable
ALTER TABLE "api_client" ADD COLUMN     "gewaarschuwd_op" TIMESTAMPTZ(3);
