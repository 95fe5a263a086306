-- Drafts are named by page and form now (docs/decisions/0063). The entries of before cannot be named so, since only the shop
-- can decrypt them; nothing reads them any more.
UPDATE "Session" SET sealed = sealed - ARRAY['draft', 'checkout', 'confirm'] WHERE sealed ?| ARRAY['draft', 'checkout', 'confirm'];
