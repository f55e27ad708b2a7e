-- SPDX-License-Identifier: GPL-3.0-or-later
-- The one judge of all consoles: the same as models/domain/arbiter, and a test feeds both with the same events.
set local role fireline_owner;

-- Whether an event is one that the state follows: a known type, its fields there and of their types.
create function fireline.is_sound(event text, p jsonb) returns boolean
    language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    shape text;
    field text;
    name text;
    kind text;
begin
    select t.fields into shape from fireline.event_type t where t.type = event;
    if not found then
        return false;
    end if;
    foreach field in array string_to_array(shape, ' ') loop
        name := split_part(field, ':', 1);
        kind := split_part(field, ':', 2);
        if not p ? name then
            if right(kind, 1) <> '?' then
                return false;
            end if;
        elsif jsonb_typeof(p -> name) <> (case left(kind, 1) when 's' then 'string' when 'i' then 'number' when 'b' then 'boolean'
                                             when 'o' then 'object' else 'array' end) then
            return false;
        end if;
    end loop;
    return not p ? 'by' or jsonb_typeof(p -> 'by') = 'string';
end $$;

create function fireline.holders(i fireline.incident, role text) returns text[]
    language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
    return array(select h ->> 1 from jsonb_array_elements(i.holders) with ordinality as t(h, n) where h ->> 0 = role order by n);
end $$;

create function fireline.has_word(words text[], w text) returns boolean
    language sql immutable
    return exists (select 1 from unnest(words) x where fireline.word(x) = fireline.word(w));

create function fireline.is_member(i fireline.incident, who text) returns boolean
    language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    return not i.private or exists (select 1 from fireline.member m where m.incident = i.id and m.word = fireline.word(who));
end $$;

-- The people behind a Who word.
create function fireline.people(i fireline.incident, tab jsonb, who text, author text) returns text[]
    language sql stable
    return case who
        when 'commander' then fireline.holders(i, fireline.str(tab, 'commander'))
        when 'incoming' then case when i.offer is null then '{}'::text[] else array[i.offer ->> 'to'] end
        when 'outgoing' then case when i.offer is null then '{}'::text[] else array[i.offer ->> 'from'] end
        when 'author' then case when author = '' then '{}'::text[] else array[author] end
        else fireline.holders(i, who) end;

create function fireline.is_one(i fireline.incident, tab jsonb, person text, who text[], author text) returns boolean
    language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    w text;
begin
    foreach w in array who loop
        if w = 'everyone' or fireline.has_word(fireline.people(i, tab, w, author), person)
            or exists (select 1 from fireline.items(tab -> 'contacts') c where fireline.str(c, 'id') = w
                       and fireline.word(person) in (fireline.word(fireline.str(c, 'id')), fireline.word(fireline.str(c, 'name')))) then
            return true;
        end if;
    end loop;
    return false;
end $$;

-- Which act an event is before the server: {act, audience, author, kind, risk, staged, paper}. Facts are none.
create function fireline.act_of(i fireline.incident, event text, p jsonb, login text) returns jsonb
    language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    act text;
    audience text := '';
    target text;
    d fireline.paper;
begin
    select t.act into act from fireline.event_type t where t.type = event;
    if act = 'entry.post' or (event = 'order.given' and fireline.is_true(p, 'timer')) then
        act := '';
    end if;
    if event = 'entry.retracted' and exists (select 1 from fireline.event e where e.incident = i.id and e.id = fireline.str(p, 'entry')
            and fireline.str(e.payload::jsonb, 'sha256') <> '') then
        act := 'evidence.remove';
    end if;
    if event = 'update.drafted' then
        audience := fireline.str(p, 'audience');
        target := fireline.str(p, 'target');
        -- A draft that says it is posted already went out: to its audience, or as a reply.
        if fireline.is_true(p, 'posted') then
            if target like 'reply/%' and audience = '' then
                act := 'reply.send';
                audience := substr(target, strpos(target, '/') + 1);
            elsif target like 'update/%' or audience <> '' then
                act := 'update.send';
                if audience = '' then
                    audience := substr(target, strpos(target, '/') + 1);
                end if;
            end if;
        end if;
    elsif event = 'change.proposed' then
        return jsonb_build_object('act', act, 'audience', '', 'author', login, 'kind', fireline.str(p, 'kind'), 'risk',
            fireline.str(p, 'risk'), 'staged', fireline.is_true(p, 'staged')::text, 'paper', null);
    elsif event like 'update.%' or event like 'change.%' then
        select * into d from fireline.paper t where t.incident = i.id and t.is_change = (event like 'change.%')
            and t.id = fireline.str(p, case when event like 'change.%' then 'change' else 'update' end);
        if found then
            if event = 'update.queued' then
                act := 'update.send';
            end if;
            -- Queueing is the act of sending; what came of it is its outcome.
            if event = 'update.sent' and d.queued_hash <> '' and d.queued_hash = d.hash then
                act := '';
            end if;
            return jsonb_build_object('act', act, 'audience', d.audience, 'author', d.author, 'kind', d.kind, 'risk', d.risk,
                'staged', d.staged, 'paper', d.id);
        end if;
    end if;
    return jsonb_build_object('act', coalesce(act, ''), 'audience', audience, 'author', login, 'kind', '', 'risk', '', 'staged', '',
        'paper', null);
end $$;

create function fireline.fact(i fireline.incident, tab jsonb, act jsonb, login text, fact text) returns text[]
    language sql stable
    return array_remove(case fact
        when 'severity' then array[i.severity]
        when 'phase' then array[case when i.phase = '' then fireline.str(tab, 'firstPhase') else i.phase end]
        when 'flag' then i.flags
        when 'audience' then array[act ->> 'audience']
        when 'change.kind' then array[act ->> 'kind']
        when 'change.risk' then array[act ->> 'risk']
        when 'change.staged' then array[act ->> 'staged']
        when 'role.filled' then (select array_agg(h ->> 0) from jsonb_array_elements(i.holders) h)
        when 'actor.role' then (select array_agg(h ->> 0) from jsonb_array_elements(i.holders) h
                                where fireline.word(h ->> 1) = fireline.word(login))
            || case when fireline.has_word(fireline.holders(i, fireline.str(tab, 'commander')), login) then array['commander'] end
        end, '');

create function fireline.holds(i fireline.incident, tab jsonb, act jsonb, login text, cond jsonb) returns boolean
    language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    inner_one jsonb;
    any_met boolean := null;
begin
    for inner_one in select v from fireline.items(cond -> 'tests') v loop
        if not exists (select 1 from unnest(fireline.strings(inner_one -> 'values')) value
                       where fireline.has_word(fireline.fact(i, tab, act, login, fireline.str(inner_one, 'fact')), value)) then
            return false;
        end if;
    end loop;
    for inner_one in select v from fireline.items(cond -> 'any') v loop
        any_met := coalesce(any_met, false) or fireline.holds(i, tab, act, login, inner_one);
    end loop;
    for inner_one in select v from fireline.items(cond -> 'none') v loop
        if fireline.holds(i, tab, act, login, inner_one) then
            return false;
        end if;
    end loop;
    return coalesce(any_met, true);
end $$;

create function fireline.is_approved(i fireline.incident, tab jsonb, act jsonb, line jsonb) returns boolean
    language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    d fireline.paper;
    w text;
    gave boolean;
    any_of boolean := fireline.is_true(line, 'anyOf');
begin
    select * into d from fireline.paper t where t.incident = i.id and t.id = act ->> 'paper';
    if fireline.is_true(line, 'byRequest') and not coalesce(d.asked or d.is_change, false) then
        return true;
    end if;
    foreach w in array fireline.strings(line -> 'who') loop
        gave := exists (select 1 from fireline.consent c where c.incident = i.id and c.paper = d.id and c.hash = d.hash
                        and fireline.is_one(i, tab, c.login, array[w], act ->> 'author'));
        if gave and any_of then
            return true;
        elsif not gave and not any_of then
            return false;
        end if;
    end loop;
    return not any_of;
end $$;

-- What the authority rules say; `passed` are those that an override let through.
create function fireline.judge_rules(i fireline.incident, tab jsonb, act jsonb, login text, out reason text, out rule text,
                                     out passed text[])
    language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    line jsonb;
    other jsonb;
    is_one boolean;
begin
    passed := '{}';
    if act ->> 'act' = '' then
        return;
    end if;
    <<rules>>
    for line in select v from fireline.items(tab -> 'rules') v loop
        continue when fireline.str(line, 'effect') <> 'refuse' or not (act ->> 'act') = any (fireline.strings(line -> 'acts'))
            or not fireline.holds(i, tab, act, login, line -> 'when');
        for other in select v from fireline.items(tab -> 'rules') v loop
            continue rules when fireline.str(line, 'id') = any (fireline.strings(other -> 'replaces'))
                and (act ->> 'act') = any (fireline.strings(other -> 'acts'))
                and fireline.holds(i, tab, act, login, other -> 'when');
        end loop;
        case fireline.str(line, 'mode')
        when 'only' then
            reason := case when not fireline.is_one(i, tab, login, fireline.strings(line -> 'who'), act ->> 'author') then 'not-authorised' end;
        when 'never' then
            reason := case when fireline.is_one(i, tab, login, fireline.strings(line -> 'who'), act ->> 'author') then 'not-allowed' end;
        else
            reason := case when not fireline.is_approved(i, tab, act, line) then 'not-approved' end;
        end case;
        continue when reason is null;
        rule := fireline.str(line, 'id');
        if coalesce((i.overrides ->> rule)::int, 0) > 0 then
            passed := passed || rule;
            reason := null;
            rule := null;
            continue;
        end if;
        passed := '{}';
        return;
    end loop;
end $$;

-- Holders of roles, command, term, membership. Null: nothing against it.
create function fireline.judge_holders(i fireline.incident, event text, p jsonb, login text) returns text
    language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    tab jsonb := i.authority;
    role text := fireline.str(p, 'role');
    held text[] := fireline.holders(i, role);
    command text[] := fireline.holders(i, fireline.str(i.authority, 'commander'));
    others text[];
    line jsonb;
begin
    if p ? 'term' and event in ('role.assigned', 'role.left', 'handover.offered', 'handover.accepted', 'command.takenOver', 'severity.set',
            'phase.moved', 'incident.resolved', 'incident.reopened', 'incident.closed', 'incident.withdrawn', 'incident.restricted',
            'member.added', 'member.removed', 'process.adopted')
        and (jsonb_typeof(p -> 'term') <> 'number' or (p -> 'term')::numeric <> i.term) then
        return 'stale-term';
    end if;
    case event
    when 'role.taken' then
        if fireline.word(fireline.str(p, 'person')) <> fireline.word(login) then
            return 'not-yourself';
        elsif role = any (fireline.strings(tab -> 'singleRoles')) and cardinality(held) > 0 and not fireline.has_word(held, login) then
            return 'held';
        end if;
    when 'role.assigned' then
        others := array(select h from unnest(held) h where fireline.word(h) <> fireline.word(fireline.str(p, 'person')));
        if role = any (fireline.strings(tab -> 'singleRoles')) and cardinality(others) > 0
            and (cardinality(others) > 1 or role = fireline.str(tab, 'commander')
                 or fireline.word(others[1]) <> fireline.word(fireline.str(p, 'replaces'))) then
            return 'held';
        elsif not fireline.is_member(i, fireline.str(p, 'person')) then
            return 'not-member';
        end if;
    when 'handover.offered' then
        if not fireline.has_word(held, fireline.str(p, 'from')) then
            return 'not-held';
        elsif not fireline.has_word(held || command, login) then
            return 'not-authorised';
        elsif not fireline.is_member(i, fireline.str(p, 'to')) then
            return 'not-member';
        end if;
    when 'handover.accepted' then
        if i.offer is null or i.offer ->> 'role' <> role
            or fireline.word(i.offer ->> 'from') <> fireline.word(fireline.str(p, 'from'))
            or fireline.word(i.offer ->> 'to') <> fireline.word(fireline.str(p, 'to'))
            or not fireline.has_word(held, i.offer ->> 'from') then
            return 'no-offer';
        elsif fireline.word(i.offer ->> 'to') <> fireline.word(login) then
            return 'not-yourself';
        end if;
    when 'command.takenOver' then
        if fireline.word(fireline.str(p, 'to')) <> fireline.word(login) then
            return 'not-yourself';
        elsif role <> fireline.str(tab, 'commander') or not fireline.has_word(command, fireline.str(p, 'from')) then
            return 'not-held';
        end if;
    when 'rule.overridden' then
        for line in select v from fireline.items(tab -> 'overrides') v loop
            if fireline.str(line, 'rule') = fireline.str(p, 'rule') then
                return case when not fireline.is_one(i, tab, login, fireline.strings(line -> 'by'), '') then 'not-authorised' end;
            end if;
        end loop;
        return 'no-override';
    when 'process.adopted' then
        if cardinality(command) > 0 and not fireline.has_word(command, login) then
            return 'not-authorised';
        end if;
    when 'incident.restricted', 'member.added', 'member.removed' then
        if not fireline.has_word(command, login)
            and not (cardinality(command) = 0 and fireline.word(i.declarer) = fireline.word(login)) then
            return 'not-authorised';
        end if;
    else
        null;
    end case;
    return null;
end $$;

-- The table that comes with a declaration; null when it is not that of the event's process text.
create function fireline.table_of(p jsonb, authority text) returns jsonb
    language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare
    tab jsonb := fireline.read_canonical(coalesce(authority, ''));
    key text;
begin
    if tab is null or tab -> 'format' is distinct from '1'::jsonb or fireline.str(tab, 'process') <> fireline.str(p, 'processHash')
        or encode(sha256(convert_to(fireline.str(p, 'processText'), 'UTF8')), 'hex') <> fireline.str(p, 'processHash') then
        return null;
    end if;
    foreach key in array array['rules', 'contacts', 'singleRoles', 'overrides'] loop
        if jsonb_typeof(tab -> key) is distinct from 'array' then
            return null;
        end if;
    end loop;
    return tab;
end $$;

-- The verdict on one event whose hash and chain are right. `tab` is what a declaration brings.
create function fireline.judge(i fireline.incident, event text, p jsonb, recorded_by text, login text, authority text, out reason text,
                               out rule text, out passed text[], out tab jsonb)
    language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    declares boolean := event = 'incident.declared';
    sound boolean := fireline.is_sound(event, p);
begin
    passed := '{}';
    if fireline.word(recorded_by) <> fireline.word(login) then
        reason := 'recorder';
    elsif declares = (i.head_seq > 0) or (declares and not sound) then
        reason := case when i.head_seq > 0 then 'declared' else 'not-declared' end;
    elsif sound and (declares or not p ? 'imported') then
        if declares or event = 'process.adopted' then
            tab := fireline.table_of(p, authority);
            if tab is null then
                reason := 'authority';
                return;
            end if;
        end if;
        reason := fireline.judge_holders(i, event, p, login);
        if reason is null then
            select r.reason, r.rule, r.passed into reason, rule, passed
                from fireline.judge_rules(i, case when declares then tab else i.authority end, fireline.act_of(i, event, p, login), login) r;
        end if;
    end if;
end $$;

-- Which content an approval of an update is bound to: computed, never as claimed.
create function fireline.update_hash(p jsonb) returns text
    language sql immutable
    return encode(sha256(convert_to(fireline.canonical(jsonb_build_object('target', fireline.str(p, 'target'), 'state',
        fireline.str(p, 'state'), 'fields', case when jsonb_typeof(p -> 'fields') = 'object' then p -> 'fields' else '{}' end, 'text',
        fireline.str(p, 'free')), 1), 'UTF8')), 'hex');

create function fireline.vacate(holders jsonb, role text, person text) returns jsonb
    language sql immutable
    return coalesce((select jsonb_agg(h order by n) from jsonb_array_elements(holders) with ordinality as t(h, n)
                     where not (h ->> 0 = role and (person = '' or fireline.word(h ->> 1) = fireline.word(person)))), '[]');
create function fireline.hold(holders jsonb, role text, person text) returns jsonb
    language sql immutable
    return case when person = '' then coalesce((select jsonb_agg(h order by n) from jsonb_array_elements(holders) with ordinality as t(h, n)
                                                where not (h ->> 0 = role and h ->> 1 = '')), '[]')
                else fireline.vacate(holders, role, person) end || jsonb_build_array(jsonb_build_array(role, person));

create function fireline.add_member(i fireline.incident, who text, granted_by text) returns void
    language sql volatile
    begin atomic
        insert into fireline.member (incident, person, word, granted_by, at_us)
            select i.id, who, fireline.word(who), granted_by, fireline.now_us() where who <> '' on conflict do nothing;
    end;

-- Takes an accepted event into what is judged by. `adopted`: history, in which no consent counts.
create function fireline.fold(i fireline.incident, event_id text, event text, p jsonb, recorded_by text, occurred_us bigint, login text,
                              adopted boolean, passed text[], tab jsonb) returns fireline.incident
    language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
    role text := fireline.str(p, 'role');
    author text := login;
    before text[];
    named text;
begin
    if not fireline.is_sound(event, p) or (p ? 'imported' and event <> 'incident.declared') then
        return i;
    end if;
    if adopted then
        author := case when fireline.str(p, 'by') = '' then recorded_by else fireline.str(p, 'by') end;
    end if;
    before := array(select fireline.word(h) from unnest(fireline.holders(i, fireline.str(i.authority, 'commander'))) h order by 1);
    if tab is not null then
        i.authority := tab;
    end if;
    case event
    when 'incident.declared' then
        i.private := fireline.is_true(p, 'private');
        i.declarer := login;
        i.severity := fireline.str(p, 'severity');
        i.title := fireline.str(p, 'title');
        i.process := fireline.str(p, 'process');
        i.declared_us := occurred_us;
        if i.private then
            perform fireline.add_member(i, login, login);
        end if;
    when 'process.adopted' then
        i.process := fireline.str(p, 'process');
    when 'severity.set' then
        i.severity := fireline.str(p, 'to');
    when 'phase.moved' then
        i.phase := fireline.str(p, 'to');
    when 'flag.set' then
        i.flags := array_remove(i.flags, fireline.str(p, 'flag')) || fireline.str(p, 'flag');
    when 'flag.cleared' then
        i.flags := array_remove(i.flags, fireline.str(p, 'flag'));
    when 'incident.resolved' then
        i.state := 'resolved';
    when 'incident.reopened' then
        i.state := 'open';
    when 'incident.closed' then
        i.state := 'closed';
    when 'incident.withdrawn' then
        i.state := 'withdrawn';
    when 'role.taken', 'role.assigned' then
        if fireline.str(p, 'replaces') <> '' then
            i.holders := fireline.vacate(i.holders, role, fireline.str(p, 'replaces'));
        end if;
        i.holders := fireline.hold(i.holders, role, fireline.str(p, 'person'));
    when 'role.left' then
        i.holders := fireline.vacate(i.holders, role, fireline.str(p, 'person'));
    when 'handover.offered' then
        i.offer := jsonb_build_object('role', role, 'from', fireline.str(p, 'from'), 'to', fireline.str(p, 'to'));
    when 'handover.accepted', 'command.takenOver' then
        i.offer := case when i.offer ->> 'role' <> role then i.offer end;
        i.holders := fireline.hold(fireline.vacate(i.holders, role, fireline.str(p, 'from')), role, fireline.str(p, 'to'));
    when 'handover.declined', 'handover.expired' then
        i.offer := case when i.offer ->> 'role' <> role then i.offer end;
    when 'rule.overridden' then
        if not adopted then
            i.overrides := jsonb_set(i.overrides, array[fireline.str(p, 'rule')],
                to_jsonb(coalesce((i.overrides ->> fireline.str(p, 'rule'))::int, 0) + 1));
        end if;
    when 'incident.restricted' then
        i.private := true;
        perform fireline.add_member(i, who, login) from unnest(fireline.strings(p -> 'members') || login) who;
    when 'member.added' then
        perform fireline.add_member(i, fireline.str(p, 'person'), login);
    when 'member.removed' then
        delete from fireline.member m where m.incident = i.id and m.word = fireline.word(fireline.str(p, 'person'));
    when 'update.drafted' then
        insert into fireline.paper (incident, id, is_change, author, hash, audience)
            values (i.id, event_id, false, author, fireline.update_hash(p), fireline.str(p, 'audience'));
    when 'update.edited' then
        update fireline.paper t set hash = fireline.update_hash(p) where t.incident = i.id and t.id = fireline.str(p, 'update') and not t.is_change;
    when 'update.approvalAsked' then
        update fireline.paper t set asked = true where t.incident = i.id and t.id = fireline.str(p, 'update') and not t.is_change;
    when 'update.queued' then
        update fireline.paper t set queued_hash = t.hash where t.incident = i.id and t.id = fireline.str(p, 'update') and not t.is_change;
    when 'change.proposed' then
        insert into fireline.paper (incident, id, is_change, author, hash, kind, risk, staged)
            values (i.id, event_id, true, author, fireline.str(p, 'hash'), fireline.str(p, 'kind'), fireline.str(p, 'risk'),
                    fireline.is_true(p, 'staged')::text);
    when 'update.approved', 'change.approved' then
        if not adopted then
            insert into fireline.consent (incident, paper, login, hash)
                select t.incident, t.id, login, fireline.str(p, 'hash') from fireline.paper t
                where t.incident = i.id and t.is_change = (event = 'change.approved')
                  and t.id = fireline.str(p, case event when 'change.approved' then 'change' else 'update' end)
                on conflict do nothing;
        end if;
    else
        null;
    end case;
    if before <> array(select fireline.word(h) from unnest(fireline.holders(i, fireline.str(i.authority, 'commander'))) h order by 1) then
        i.term := i.term + 1;
    end if;
    -- An override is good for one refusal: used up by whatever names it, and by whatever it let through.
    for named in select v from unnest(fireline.strings(p -> 'overrides')) v
                 union all select v from unnest(passed) v where not v = any (fireline.strings(p -> 'overrides')) loop
        if coalesce((i.overrides ->> named)::int, 0) > 0 then
            i.overrides := jsonb_set(i.overrides, array[named], to_jsonb((i.overrides ->> named)::int - 1));
        end if;
    end loop;
    return i;
end $$;
