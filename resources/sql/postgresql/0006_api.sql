-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a console may call and see (ARCHITECTURE, "The shared backend"), and row-level security below it.
set local role fireline_owner;

-- One set, computed once in a query, instead of a question for each row.
create function fireline.visible() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select i.id from fireline.incident i where fireline.may_see(i, session_user::text) $$;

alter table fireline.incident enable row level security;
alter table fireline.member enable row level security;
alter table fireline.event enable row level security;
alter table fireline.rejection enable row level security;
alter table fireline.blob enable row level security;
create policy seen on fireline.incident for select to fireline_responder, fireline_observer, fireline_auditor
    using (id in (select fireline.visible()));
create policy seen on fireline.member for select to fireline_responder, fireline_observer, fireline_auditor
    using (incident in (select fireline.visible()));
create policy seen on fireline.event for select to fireline_responder, fireline_observer, fireline_auditor
    using (incident in (select fireline.visible()));
create policy seen on fireline.blob for select to fireline_responder, fireline_observer, fireline_auditor
    using (incident in (select fireline.visible()));
create policy own on fireline.rejection for select to fireline_responder, fireline_auditor
    using (login = session_user::text or pg_has_role(session_user, 'fireline_auditor', 'member'));

create function fireline_api.hello()
    returns table (server_id uuid, epoch bigint, schema_version int, now_us bigint, login text, role text, standby boolean)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.id, s.epoch, (select max(m.number) from fireline.migration m), fireline.now_us(), session_user::text,
        case when pg_has_role(session_user, 'fireline_responder', 'member') then 'responder'
             when pg_has_role(session_user, 'fireline_auditor', 'member') then 'auditor'
             when pg_has_role(session_user, 'fireline_observer', 'member') then 'observer' else '' end,
        pg_is_in_recovery()
    from fireline.server s $$;

create function fireline_api.heads()
    returns table (incident uuid, number bigint, head_seq bigint, head_hash bytea, term int, private boolean, title text, process text,
                   severity text, phase text, state text, declared_us bigint)
    language sql stable set search_path = pg_catalog, pg_temp as $$
    select i.id, i.number, i.head_seq, i.head_hash, i.term, i.private, i.title, i.process, i.severity, i.phase, i.state, i.declared_us
    from fireline.incident i order by i.number $$;

create function fireline_api.pull(p_incident uuid, p_after bigint, p_most int default 500)
    returns table (seq bigint, id text, type text, occurred_us bigint, recorded_us bigint, hlc text, recorded_by text, device text,
                   device_seq bigint, prev_hash bytea, payload text, hash bytea, login text, adopted boolean, authority text,
                   received_us bigint, chain_hash bytea)
    language sql stable set search_path = pg_catalog, pg_temp as $$
    select e.seq, e.id, e.type, e.occurred_us, e.recorded_us, e.hlc, e.recorded_by, e.device, e.device_seq, e.prev_hash, e.payload, e.hash,
        e.login, e.adopted, e.authority, e.received_us, e.chain_hash
    from fireline.event e where e.incident = p_incident and e.seq > p_after order by e.seq limit least(p_most, 1000) $$;

create function fireline_api.append(p_incident uuid, p_events jsonb)
    returns table (id text, verdict text, seq bigint, reason text, rule text, chain_hash bytea)
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    select * from fireline.push(p_incident, p_events, false, false) $$;

create function fireline_api.adopt(p_incident uuid, p_events jsonb, p_last boolean)
    returns table (id text, verdict text, seq bigint, reason text, rule text, chain_hash bytea)
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    select * from fireline.push(p_incident, p_events, true, p_last) $$;

create function fireline_api.rejections(p_incident uuid, p_after bigint)
    returns table (n bigint, id text, type text, device text, device_seq bigint, reason text, rule text, payload text, login text,
                   at_us bigint, head_seq bigint)
    language sql stable set search_path = pg_catalog, pg_temp as $$
    select r.n, r.id, r.type, r.device, r.device_seq, r.reason, r.rule, r.payload, r.login, r.at_us, r.head_seq
    from fireline.rejection r where r.incident = p_incident and r.n > p_after order by r.n limit 1000 $$;

-- Wakes the others. Called after an append has committed, in a transaction of its own: NOTIFY holds a lock of the whole cluster
-- until its transaction is flushed. LISTEN and NOTIFY know no rights, so nothing of a private incident is in it, and whoever hears it
-- takes it for a hint.
create function fireline_api.poke(p_incident uuid) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    select pg_notify('fireline', case when i.private then '*' else i.id::text || ':' || i.head_seq::text end)
    from fireline.incident i where i.id = p_incident and fireline.may_see(i, session_user::text) $$;

create function fireline_api.put_blob(p_incident uuid, p_sha256 text, p_bytes bytea) returns text
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select 1 from fireline.incident i where i.id = p_incident and fireline.may_see(i, session_user::text))
        or octet_length(p_bytes) > 16777216 or encode(sha256(p_bytes), 'hex') is distinct from p_sha256 then
        perform fireline.refuse(p_incident, jsonb_build_object('id', 'blob', 'type', 'blob', 'hash', coalesce(p_sha256, '')), 'hash', null, false,
            session_user::text, 0) where p_incident is not null;
        return 'refused';
    end if;
    insert into fireline.blob (incident, sha256, bytes, login, at_us)
        values (p_incident, p_sha256, p_bytes, session_user::text, fireline.now_us()) on conflict do nothing;
    return case when found then 'stored' else 'known' end;
end $$;

create function fireline_api.blob(p_incident uuid, p_sha256 text) returns bytea
    language sql stable set search_path = pg_catalog, pg_temp as $$
    select b.bytes from fireline.blob b where b.incident = p_incident and b.sha256 = p_sha256 $$;

create function fireline_api.missing_blobs(p_incident uuid, p_sha256 text[]) returns setof text
    language sql stable set search_path = pg_catalog, pg_temp as $$
    select h from unnest(p_sha256) h where not exists (select 1 from fireline.blob b where b.incident = p_incident and b.sha256 = h) $$;

create function fireline_api.members(p_incident uuid) returns table (person text, granted_by text, at_us bigint)
    language sql stable set search_path = pg_catalog, pg_temp as $$
    select m.person, m.granted_by, m.at_us from fireline.member m where m.incident = p_incident order by m.at_us, m.word $$;

-- Recomputes every hash. Nothing comes back when all is as it was written.
create function fireline_api.verify(p_incident uuid) returns table (seq bigint, what text)
    language sql stable set search_path = pg_catalog, pg_temp as $$
    with e as (
        select t.*, lag(t.chain_hash, 1, decode(repeat('00', 32), 'hex')) over w as before, lag(t.seq, 1, 0::bigint) over w as last
        from fireline.event t where t.incident = p_incident window w as (order by t.seq)
    ), judged as (
        select e.seq, concat_ws(', ', case when e.seq <> e.last + 1 then 'gap' end,
            case when e.hash <> fireline.content_hash(e.id, e.incident::text, e.type, e.recorded_by, e.device, e.device_seq, e.prev_hash, e.hlc,
                e.occurred_us, e.recorded_us, e.payload) then 'hash' end,
            case when e.chain_hash <> fireline.chain_hash(e.seq, e.before, e.hash, e.login, e.adopted, e.received_us, e.authority)
                then 'chain' end) as what from e
        union all
        select i.head_seq, 'tail' from fireline.incident i where i.id = p_incident and i.head_hash is distinct from
            (select t.chain_hash from fireline.event t where t.incident = i.id and t.seq = i.head_seq)
    )
    select j.seq, j.what from judged j where j.what <> '' order by 1 $$;

grant usage on schema fireline, fireline_api to fireline_responder, fireline_observer, fireline_auditor;
grant select on fireline.incident, fireline.member, fireline.event, fireline.blob to fireline_responder, fireline_observer, fireline_auditor;
grant select on fireline.rejection to fireline_responder, fireline_auditor;
-- What the readers' functions call as themselves.
grant execute on function fireline.visible(),
    fireline.content_hash(text, text, text, text, text, bigint, bytea, text, bigint, bigint, text),
    fireline.chain_hash(bigint, bytea, bytea, text, boolean, bigint, text) to fireline_responder, fireline_observer, fireline_auditor;
grant execute on function fireline_api.hello(), fireline_api.heads(), fireline_api.pull(uuid, bigint, int), fireline_api.blob(uuid, text),
    fireline_api.missing_blobs(uuid, text[]), fireline_api.members(uuid), fireline_api.verify(uuid)
    to fireline_responder, fireline_observer, fireline_auditor;
grant execute on function fireline_api.rejections(uuid, bigint) to fireline_responder, fireline_auditor;
grant execute on function fireline_api.append(uuid, jsonb), fireline_api.adopt(uuid, jsonb, boolean), fireline_api.poke(uuid),
    fireline_api.put_blob(uuid, text, bytea) to fireline_responder;
