-- SPDX-License-Identifier: GPL-3.0-or-later
-- The hashes and the one spelling of JSON, as the consoles compute them (models/domain/core).
set local role fireline_owner;

-- Names and words are compared without regard to ASCII case, whatever the locale of the database is.
create function fireline.word(t text) returns text
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp
    return translate(t, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz');

create function fireline.now_us() returns bigint
    language sql volatile set search_path = pg_catalog, pg_temp
    return (extract(epoch from clock_timestamp()) * 1000000)::bigint;

-- A field of a hash: its length first, so that two neighbours are never read as one another.
create function fireline.field(b bytea) returns bytea
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp
    return convert_to(octet_length(b)::text || ':', 'UTF8') || b || '\x0a'::bytea;
create function fireline.field(t text) returns bytea
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp
    return fireline.field(convert_to(t, 'UTF8'));

create function fireline.content_hash(id text, incident text, type text, recorded_by text, device text, device_seq bigint,
                                      prev_hash bytea, hlc text, occurred_us bigint, recorded_us bigint, payload text) returns bytea
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp
    return sha256('fireline/event/v1'::bytea || '\x0a'::bytea || fireline.field(id) || fireline.field(incident) || fireline.field(type)
        || fireline.field(recorded_by) || fireline.field(device) || fireline.field(device_seq::text) || fireline.field(prev_hash)
        || fireline.field(hlc) || fireline.field(occurred_us::text) || fireline.field(recorded_us::text)
        || fireline.field(sha256(convert_to(payload, 'UTF8'))));

create function fireline.chain_hash(seq bigint, before bytea, hash bytea, login text, adopted boolean, received_us bigint,
                                    authority text) returns bytea
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp
    return sha256('fireline/chain/v1'::bytea || '\x0a'::bytea || fireline.field(seq::text) || fireline.field(before) || fireline.field(hash)
        || fireline.field(login) || fireline.field(case when adopted then '1' else '0' end) || fireline.field(received_us::text)
        || fireline.field(case when coalesce(authority, '') = '' then ''::bytea else sha256(convert_to(authority, 'UTF8')) end));

-- Keys are sorted by UTF-16 units. For text of the basic plane that is the order of UTF-8 bytes; characters beyond it come in
-- UTF-16 as surrogates, which lie before U+E000.
create function fireline.key_order(k text) returns bytea
    language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    sorted bytea := '';
    c text;
begin
    if octet_length(k) = char_length(k) or k !~ '[\U00010000-\U0010ffff]' then
        return convert_to(k, 'UTF8');
    end if;
    foreach c in array regexp_split_to_array(k, '') loop
        sorted := sorted || case when ascii(c) < 65536 then convert_to(c, 'UTF8')
            else '\xeda0'::bytea || convert_to(lpad(to_hex(ascii(c)), 6, '0'), 'UTF8') end;
    end loop;
    return sorted;
end $$;

-- The canonical spelling of a value; null where it has none (fractions, numbers beyond 2^53, too deep).
create function fireline.canonical(j jsonb, depth int) returns text
    language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    kind text := jsonb_typeof(j);
    plain text;
    parts text[];
begin
    if depth > 64 then
        return null;
    end if;
    case kind
    when 'object' then
        select array_agg(to_jsonb(key)::text || ':' || fireline.canonical(value, depth + 1) order by fireline.key_order(key))
            into parts from jsonb_each(j);
        if array_position(parts, null) is not null then
            return null;
        end if;
        return '{' || coalesce(array_to_string(parts, ','), '') || '}';
    when 'array' then
        select array_agg(fireline.canonical(value, depth + 1) order by n) into parts
            from jsonb_array_elements(j) with ordinality as t(value, n);
        if array_position(parts, null) is not null then
            return null;
        end if;
        return '[' || coalesce(array_to_string(parts, ','), '') || ']';
    when 'number' then
        plain := j::text;
        if plain !~ '^(0|-?[1-9][0-9]{0,15})$' or abs(plain::numeric) > 9007199254740991 then
            return null;
        end if;
        return plain;
    else
        return j::text;
    end case;
end $$;

-- The object that canonical bytes stand for; null when they are not canonical.
create function fireline.read_canonical(t text) returns jsonb
    language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    j jsonb;
begin
    if octet_length(t) > 4194304 then
        return null;
    end if;
    j := t::jsonb;
    if jsonb_typeof(j) <> 'object' or fireline.canonical(j, 1) is distinct from t then
        return null;
    end if;
    return j;
exception when data_exception or statement_too_complex or program_limit_exceeded then
    return null;
end $$;

-- What is in a JSON value, or nothing: whoever made it may have meant something else.
create function fireline.str(p jsonb, key text) returns text
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp
    return case when jsonb_typeof(p -> key) = 'string' then p ->> key else '' end;
create function fireline.items(p jsonb) returns setof jsonb
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    select value from jsonb_array_elements(case when jsonb_typeof(p) = 'array' then p else '[]' end) $$;
create function fireline.strings(p jsonb) returns text[]
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp
    return coalesce((select array_agg(case when jsonb_typeof(v) = 'string' then v #>> '{}' else '' end) from fireline.items(p) v), '{}');
create function fireline.is_true(p jsonb, key text) returns boolean
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp
    return coalesce(p -> key = 'true'::jsonb, false);
