-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who there is. Roles belong to the whole cluster, so another database of it may have made them already. The owner of everything
-- cannot log in; a person is a login in one of the three groups. Run by whoever may create roles; all that follows is the owner's.
do $$
declare
    wanted text;
begin
    if pg_catalog.getdatabaseencoding() <> 'UTF8' then
        raise exception 'fireline: the database has to be in UTF-8' using errcode = '22023';
    end if;
    foreach wanted in array array['fireline_owner', 'fireline_responder', 'fireline_observer', 'fireline_auditor'] loop
        if not exists (select 1 from pg_catalog.pg_roles where rolname = wanted) then
            execute format('create role %I nologin', wanted);
        end if;
    end loop;
    if not pg_catalog.pg_has_role(current_user, 'fireline_owner', 'member') then
        execute format('grant fireline_owner to %I', current_user);
    end if;
    -- Nobody connects, makes temporary tables (which could stand before ours in a search) or creates anything but who is let.
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to fireline_responder, fireline_observer, fireline_auditor', current_database());
    execute format('grant create on database %I to fireline_owner', current_database());
end $$;
revoke create on schema public from public;
set local role fireline_owner;
-- A new function may be called by everybody unless this is said first.
alter default privileges for role fireline_owner revoke execute on functions from public;
create schema fireline;
create schema fireline_api;
create table fireline.migration (
    number int primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default clock_timestamp(),
    applied_by name not null default session_user
);
create table fireline.server (
    one boolean primary key default true check (one),
    id uuid not null default gen_random_uuid(),
    epoch bigint not null default 1 -- raised by an operator after a fail-over or a restore
);
insert into fireline.server default values;
