package dev.llmagents.team.svea.sie;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes a file as JSON, record by record: no more than one of them is held as JSON. Amounts are numbers in kronor. */
public final class SieJson {
    private SieJson() {}

    /** One object in UTF-8, ending in a line feed; the stream is left open. */
    public static void write(SieFile file, OutputStream out) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartObject();
            head(file, json);
            accounts(file, json);
            objects(file, json);
            balances(file, json);
            json.writeArrayFieldStart("vouchers");
            for (SieVoucher voucher : file.vouchers()) {
                voucher(voucher, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void head(SieFile file, JsonGenerator json) throws IOException {
        SieHeader header = file.header();
        json.writeStringField("sie_type", file.type().label());
        text(json, "program", header.program());
        text(json, "program_version", header.programVersion());
        day(json, "generated", header.generated());
        text(json, "company_name", header.companyName());
        text(json, "organisation_number", header.organisationNumber());
        text(json, "company_type", header.companyType());
        text(json, "chart", header.chart());
        json.writeStringField("currency", header.currency().isEmpty() ? "SEK" : header.currency());
        day(json, "covered_to", header.coveredTo());
        json.writeArrayFieldStart("fiscal_years");
        for (FiscalYear year : file.years()) {
            json.writeStartObject();
            json.writeNumberField("number", year.number());
            json.writeStringField("start", year.start().toString());
            json.writeStringField("end", year.end().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void accounts(SieFile file, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("accounts");
        for (SieAccount account : file.accounts().values()) {
            json.writeStartObject();
            json.writeStringField("number", account.number());
            json.writeStringField("name", account.name());
            text(json, "type", account.type().orElse(""));
            text(json, "unit", account.unit());
            if (!account.sru().isEmpty()) {
                json.writeArrayFieldStart("sru");
                for (String code : account.sru()) {
                    json.writeString(code);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void objects(SieFile file, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("dimensions");
        for (SieDimension dimension : file.dimensions()) {
            json.writeStartObject();
            json.writeStringField("number", dimension.number());
            json.writeStringField("name", dimension.name());
            text(json, "parent", dimension.parent().orElse(""));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("objects");
        for (SieObject object : file.objects()) {
            json.writeStartObject();
            json.writeStringField("dimension", object.dimension());
            json.writeStringField("number", object.number());
            json.writeStringField("name", object.name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void balances(SieFile file, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("balances");
        for (SieBalance balance : file.balances()) {
            json.writeStartObject();
            json.writeStringField("kind", balance.kind().name());
            json.writeNumberField("year", balance.year());
            if (balance.period() > 0) {
                json.writeNumberField("period", balance.period());
            }
            json.writeStringField("account", balance.account());
            references(json, balance.objects());
            amount(json, balance.ore(), balance.isRead());
            text(json, "quantity", balance.quantity());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void voucher(SieVoucher voucher, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("series", voucher.series());
        json.writeStringField("number", voucher.number());
        day(json, "date", voucher.date());
        text(json, "text", voucher.text());
        day(json, "registered", voucher.registered());
        text(json, "sign", voucher.sign());
        json.writeNumberField("line", voucher.line());
        json.writeArrayFieldStart("rows");
        rows(json, voucher.rows());
        rows(json, voucher.struck());
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void rows(JsonGenerator json, List<SieRow> rows) throws IOException {
        for (SieRow row : rows) {
            json.writeStartObject();
            if (row.kind() != SieRow.Kind.TRANS) {
                json.writeStringField("kind", row.kind() == SieRow.Kind.ADDED ? "added" : "struck");
            }
            json.writeStringField("account", row.account());
            references(json, row.objects());
            amount(json, row.ore(), row.isRead());
            day(json, "date", row.date());
            text(json, "text", row.text());
            text(json, "quantity", row.quantity());
            text(json, "sign", row.sign());
            json.writeEndObject();
        }
    }

    private static void references(JsonGenerator json, List<ObjectRef> references) throws IOException {
        if (references.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("objects");
        for (ObjectRef reference : references) {
            json.writeStartObject();
            json.writeStringField("dimension", reference.dimension());
            json.writeStringField("object", reference.object());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Null where the amount could not be read: zero would be a claim. */
    private static void amount(JsonGenerator json, long ore, boolean isRead) throws IOException {
        if (isRead) {
            json.writeNumberField("amount", Ore.kronor(ore));
        } else {
            json.writeNullField("amount");
        }
    }

    private static void text(JsonGenerator json, String field, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(field, value);
        }
    }

    private static void day(JsonGenerator json, String field, Optional<LocalDate> day) throws IOException {
        if (day.isPresent()) {
            json.writeStringField(field, day.get().toString());
        }
    }
}
