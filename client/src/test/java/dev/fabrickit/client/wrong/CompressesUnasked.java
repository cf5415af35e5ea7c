package dev.fabrickit.client.wrong;

import dev.fabrickit.client.FabricException;
import dev.fabrickit.client.UnreadableAnswerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Answers in a coding that nobody accepted. */
final class CompressesUnasked implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return UnreadableAnswerException.class;
    }

    @Override
    public String mustSay() {
        return "was answered what is no Endpoint";
    }

    @Override
    public void answer(Wire wire) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        wire.answer(200, "application/json\r\nContent-Encoding: gzip", zipped.toByteArray());
    }
}
