package dev.llmagents.team.felicia;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Sha256;
import java.util.List;

/** The id of a plan: the fingerprint of everything it is made from. */
public final class PlanId {
    private static final int DIGITS = 16;

    private PlanId() {}

    /** The id of the request, before any agent has chosen: what was executed once is known by it. */
    public static String of(List<CaseFile> files, String asOf) {
        return of(files, asOf, "", "");
    }

    static String of(FeliciaCase felicia, ProductBrief brief, Design design) {
        return of(
                felicia.files(),
                felicia.mission().objective().asOf().toString(),
                brief.profile().label(),
                design.plan().allocation().method().code());
    }

    private static String of(List<CaseFile> files, String asOf, String profile, String method) {
        ObjectNode made =
                Json.object().put("asOf", asOf).put("profile", profile).put("method", method);
        ArrayNode from = made.putArray("files");
        files.forEach(file -> from.addObject().put("name", file.name()).put("sha256", file.sha256()));
        return Sha256.of(Json.canonical(made)).substring(0, DIGITS);
    }
}
